using Harness.Cli.Pairs;
using Harness.Simulator;

namespace Harness.Cli.Life;

/// <summary>What <c>harness life</c> was asked to do.</summary>
/// <param name="Directory">Where the stores, logs and books of the two go.</param>
/// <param name="Killed">Ids of the providers that are killed at each of their steps; none for a quiet life. The
/// simulated partner is never one of them: what it has is in memory.</param>
internal sealed record LifeRequest(string Directory, IReadOnlyList<string> Killed)
{
    /// <summary>How many environments of the same kind the two share.</summary>
    public int Environments { get; init; } = 1;

    /// <summary>Whether the second provider is the simulated partner, rather than another reference.</summary>
    public bool Simulated { get; init; }

    /// <summary>Bends the simulated partner, for a self-test.</summary>
    public Action<Partner> Bend { get; init; } = _ => { };

    /// <summary>The longest wait for what has to come of a step.</summary>
    public TimeSpan Deadline { get; init; } = SideActions.UsualDeadline;
}
