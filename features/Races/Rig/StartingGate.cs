namespace Harness.Features.Races.Rig;

/// <summary>
/// Where the requests of one burst wait, each with all but its last byte sent, until all are there. Once open it
/// stays open.
/// </summary>
public sealed class StartingGate
{
    private readonly Lock guard = new();
    private readonly List<StartingPlace> places = [];
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

    /// <summary>Whether it is open.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>
    /// Lets all go that are held, one after the other on the calling thread: their bytes then leave together, which
    /// they would not if each had to wait for a thread of its own.
    /// </summary>
    public void Open()
    {
        List<StartingPlace> held;
        lock (guard)
        {
            IsOpen = true;
            held = [.. places];
        }

        foreach (var place in held)
            place.Go();
    }

    /// <summary>A place at the gate, for one caller.</summary>
    public StartingPlace Take()
    {
        var place = new StartingPlace(this);
        bool open;
        lock (guard)
        {
            places.Add(place);
            open = IsOpen;
        }

        if (open)
            place.Go();
        return place;
    }

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
