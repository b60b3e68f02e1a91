namespace Harness.Features.Races.Rig;

/// <summary>One caller's place at a starting gate: it counts as gathered once, whether it comes or gives up.</summary>
public sealed class StartingPlace
{
    private readonly StartingGate gate;
    private readonly Task open;
    private int counted;

    internal StartingPlace(StartingGate gate, Task open)
    {
        this.gate = gate;
        this.open = open;
    }

    /// <summary>Holds the caller until the gate opens.</summary>
    /// <param name="cancellation">Ends with the request's deadline.</param>
    public Task PassAsync(CancellationToken cancellation)
    {
        Leave();
        return open.WaitAsync(cancellation);
    }

    /// <summary>Waits for nobody here any more: the request has come to the gate, or ended before it.</summary>
    public void Leave()
    {
        if (Interlocked.Exchange(ref counted, 1) == 0)
            gate.Count();
    }
}
