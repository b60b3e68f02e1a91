namespace Harness.Features.Races.Rig;

/// <summary>
/// Where the requests of one burst wait, each with all but its last byte sent, until all are there. Once open it
/// stays open.
/// </summary>
public sealed class StartingGate
{
    private readonly TaskCompletionSource open = NewSignal();
    private readonly Lock guard = new();
    private TaskCompletionSource changed = NewSignal();
    private int gathered;

    /// <summary>How many have come to the gate, or ended before it.</summary>
    public int Gathered
    {
        get
        {
            lock (guard)
                return gathered;
        }
    }

    /// <summary>Lets all go that are held.</summary>
    public void Open() => open.TrySetResult();

    /// <summary>A place at the gate, for one caller.</summary>
    public StartingPlace Take() => new(this, open.Task);

    /// <summary>Waits until so many have gathered; false where the deadline passed before.</summary>
    public async Task<bool> GatherAsync(int count, TimeSpan deadline, TimeProvider time, CancellationToken cancellation)
    {
        using var end = new CancellationTokenSource(deadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(end.Token, cancellation);
        while (Pending(count) is { } next)
        {
            try
            {
                await next.WaitAsync(either.Token);
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                return Gathered >= count;
            }
        }

        return true;
    }

    internal void Count()
    {
        lock (guard)
        {
            gathered++;
            changed.TrySetResult();
            changed = NewSignal();
        }
    }

    private Task? Pending(int count)
    {
        lock (guard)
            return gathered >= count ? null : changed.Task;
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
