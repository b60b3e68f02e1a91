using Harness.Certification.Runs;
using Harness.Certification.Verdicts;

namespace Harness.Certification.Reports.Html;

/// <summary>Which requirements stand in the way of a certificate, and how gravely.</summary>
internal static class Obstacles
{
    /// <summary>Binding, failed, and not excused.</summary>
    public static bool IsUnmet(RequirementResult requirement) =>
        requirement.Verdict == Verdict.Fail && !RunView.IsWaived(requirement);

    /// <summary>Has a waiver that is itself a failure.</summary>
    public static bool HasStaleWaiver(RequirementResult requirement) =>
        requirement.Waiver is { State: not WaiverState.Applied };

    /// <summary>Planned, but not decided.</summary>
    public static bool IsOpen(RequirementResult requirement) =>
        requirement.Verdict is Verdict.Error or Verdict.Inconclusive or Verdict.Skip;

    /// <summary>Kept, but not as it should be.</summary>
    public static bool IsWarning(RequirementResult requirement) => requirement.Verdict == Verdict.Warn;

    /// <summary>Broke, skipped or decided nothing, without a requirement to show it at.</summary>
    public static bool IsStray(ScenarioResult scenario, RunView view) =>
        scenario.Verdict is not (Verdict.Pass or Verdict.Warn)
        && !scenario.Requirements.Any(id => view.Requirement(id) is not null);
}
