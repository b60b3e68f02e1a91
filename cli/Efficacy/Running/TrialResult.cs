using Harness.Certification.Runs;

namespace Harness.Cli.Efficacy.Running;

/// <summary>What a trial came to.</summary>
/// <param name="Mutant">Who was on trial.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Killer">The scenario that noticed; null where none did.</param>
/// <param name="Scenarios">How many scenarios were run to their end.</param>
/// <param name="Duration">From the start of the reference to its end.</param>
internal sealed record TrialResult(
    Mutant Mutant,
    TrialOutcome Outcome,
    ScenarioResult? Killer,
    int Scenarios,
    TimeSpan Duration)
{
    /// <summary>Whether somebody has to look at the suite, or at the mutant.</summary>
    public bool IsFinding => Outcome is not (TrialOutcome.Killed or TrialOutcome.Equivalent);
}
