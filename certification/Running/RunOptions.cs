using Harness.Certification.Evidence;
using Harness.Certification.Runs;
using Harness.Certification.Waivers;

namespace Harness.Certification.Running;

/// <summary>How a plan is carried out.</summary>
/// <param name="Tool">Name and version of the harness.</param>
/// <param name="Target">Who is certified, for the report.</param>
/// <param name="Command">The command line that repeats the run.</param>
/// <param name="Seed">Seeds all test data.</param>
/// <param name="Parallel">Most scenarios at a time; the host's slots are another bound.</param>
/// <param name="Time">Real clock of deadlines and of the timeline; never the protocol's controllable one.</param>
public sealed record RunOptions(
    string Tool,
    TargetDescription Target,
    string Command,
    int Seed,
    int Parallel,
    TimeProvider Time)
{
    public Deadlines Deadlines { get; init; } = Deadlines.Default;

    /// <summary>What is secret in the exchanges of the API under test.</summary>
    public RedactionRules Redaction { get; init; } = RedactionRules.Default;

    public EvidenceLimits Evidence { get; init; } = new();

    /// <summary>Accepted failures.</summary>
    public IReadOnlyList<Waiver> Waivers { get; init; } = [];
}
