namespace Harness.Features.Races.Rig;

/// <summary>One caller's place at a starting gate: it counts as gathered once, whether it comes or gives up.</summary>
public sealed class StartingPlace
{
    private readonly StartingGate gate;
    // What waits here goes on within the call that opens the gate.
    private readonly TaskCompletionSource open = new();
    private int counted;

    internal StartingPlace(StartingGate gate) => this.gate = gate;

    /// <summary>Holds the caller until the gate opens.</summary>
    /// <param name="cancellation">Ends with the request's deadline.</param>
    public async Task PassAsync(CancellationToken cancellation)
    {
        await using var giveUp = cancellation.Register(() => open.TrySetCanceled(cancellation));
        Leave();
        await open.Task;
    }

    /// <summary>Waits for nobody here any more: the request has come to the gate, or ended before it.</summary>
    public void Leave()
    {
        if (Interlocked.Exchange(ref counted, 1) == 0)
            gate.Count();
    }

    internal void Go() => open.TrySetResult();
}
