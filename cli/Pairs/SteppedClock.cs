namespace Harness.Cli.Pairs;

/// <summary>The simulated partner's clock: it stands still until it is moved. Its timers run in real time.</summary>
internal sealed class SteppedClock(DateTimeOffset start) : TimeProvider
{
    private long ticks = start.UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Volatile.Read(ref ticks), TimeSpan.Zero);

    /// <summary>Has it stand at a later instant from now on.</summary>
    public void MoveTo(DateTimeOffset instant) => Volatile.Write(ref ticks, instant.UtcTicks);
}
