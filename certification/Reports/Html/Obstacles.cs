using Harness.Certification.Runs;
using Harness.Certification.Verdicts;

namespace Harness.Certification.Reports.Html;

/// <summary>Which requirements stand in the way of a certificate, and how gravely.</summary>
internal static class Obstacles
{
    /// <summary>Binding, failed, and not excused.</summary>
    public static bool IsUnmet(RequirementResult requirement) =>
        requirement.Verdict == Verdict.Fail && !RunView.IsWaived(requirement);

    /// <summary>Binding and failed, which was accepted beforehand.</summary>
    public static bool IsExcused(RequirementResult requirement) =>
        requirement.Verdict == Verdict.Fail && RunView.IsWaived(requirement);

    /// <summary>Has a waiver that is itself a failure.</summary>
    public static bool HasStaleWaiver(RequirementResult requirement) =>
        requirement.Waiver is { State: not WaiverState.Applied };

    /// <summary>Ran or was to run, but what came of it decides nothing.</summary>
    public static bool IsUndecided(RequirementResult requirement) =>
        requirement.Verdict is Verdict.Inconclusive or Verdict.Skip;

    /// <summary>Keeps the run from certifying.</summary>
    public static bool StandsInTheWay(RequirementResult requirement) =>
        requirement.Verdict is not (null or Verdict.Pass or Verdict.Warn) || HasStaleWaiver(requirement);

    /// <summary>Kept, but not as it should be.</summary>
    public static bool IsWarning(RequirementResult requirement) => requirement.Verdict == Verdict.Warn;

    /// <summary>
    /// Whether the scenario is what the requirement's verdict rests on. What does not bind only warns, also where the
    /// same scenario fails for another requirement.
    /// </summary>
    public static bool Shows(ScenarioResult scenario, RequirementResult requirement) =>
        scenario.Verdict == requirement.Verdict
        || (requirement.Verdict == Verdict.Warn && scenario.Verdict == Verdict.Fail);
}
