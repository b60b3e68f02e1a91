namespace Harness.Features.Races.Rig;

/// <summary>The one counter of a history: of two stamps, the smaller one was taken first.</summary>
public sealed class Stamps
{
    private long latest;

    /// <summary>The next stamp.</summary>
    public long Next() => Interlocked.Increment(ref latest);
}
