namespace Harness.Simulator.Behaviours;

/// <summary>
/// A named point at which exchanges are held until they are let go. Once released it stays open. Everything
/// that waits has a deadline.
/// </summary>
/// <param name="name">What the script calls it.</param>
/// <param name="clock">Measures the deadlines.</param>
public sealed class Gate(string name, TimeProvider clock)
{
    private readonly Lock guard = new();
    private readonly TaskCompletionSource released = NewSignal();
    private TaskCompletionSource arrived = NewSignal();
    private int arrivals;

    public string Name { get; } = name;

    /// <summary>How many exchanges have come to it so far, whether or not they were let go.</summary>
    public int Arrivals
    {
        get
        {
            lock (guard)
                return arrivals;
        }
    }

    /// <summary>Whether it has been released.</summary>
    public bool IsOpen => released.Task.IsCompleted;

    /// <summary>Lets go all that is held and all that will come.</summary>
    public void Release() => released.TrySetResult();

    /// <summary>Waits until <paramref name="count"/> have come; false where the deadline passed before.</summary>
    public async Task<bool> WaitForArrivalAsync(
        int count,
        TimeSpan deadline,
        CancellationToken cancellation = default)
    {
        using var end = new CancellationTokenSource(deadline, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(end.Token, cancellation);
        while (true)
        {
            Task next;
            lock (guard)
            {
                if (arrivals >= count)
                    return true;
                next = arrived.Task;
            }

            try
            {
                await next.WaitAsync(either.Token);
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                return Arrivals >= count;
            }
        }
    }

    /// <summary>Holds the caller until the release; false where the deadline passed before.</summary>
    internal async Task<bool> PassAsync(TimeSpan deadline, CancellationToken cancellation)
    {
        lock (guard)
        {
            arrivals++;
            arrived.TrySetResult();
            arrived = NewSignal();
        }

        try
        {
            await released.Task.WaitAsync(deadline, clock, cancellation);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
