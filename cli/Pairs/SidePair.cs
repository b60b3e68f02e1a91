namespace Harness.Cli.Pairs;

/// <summary>Two coordinators, each the other's only peer, on a common clock.</summary>
/// <param name="start">Where the clocks stand at first.</param>
internal abstract class SidePair(DateTimeOffset start)
{
    /// <summary>The provider whose customer usually creates.</summary>
    public Side First { get; protected set; } = null!;

    /// <summary>The other one.</summary>
    public Side Second { get; protected set; } = null!;

    public IReadOnlyList<Side> Both => [First, Second];

    /// <summary>Where both clocks are to stand.</summary>
    public DateTimeOffset Now { get; private set; } = start;

    /// <summary>The other side.</summary>
    public Side Other(Side side) => side == First ? Second : First;

    /// <summary>Has both clocks stand later from now on; a side that is started again begins there.</summary>
    public void Advance(TimeSpan by) => Now += by;
}
