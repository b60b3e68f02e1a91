using System.Globalization;
using Harness.Certification.Runs;
using Harness.Certification.Verdicts;

namespace Harness.Certification.Reports.JUnit;

/// <summary>A case of the XML: a scenario, or something else that the run's verdict rests on.</summary>
internal sealed record JUnitCase(
    string ClassName,
    string Name,
    TimeSpan Duration,
    string? File,
    int Line,
    IReadOnlyList<string> Requirements,
    Standing Standing,
    string Type,
    string Detail)
{
    /// <param name="scenario">The scenario.</param>
    /// <param name="view">The run that it is of.</param>
    /// <param name="alone">Whether no other scenario of its suite has its name; rows of an outline do.</param>
    public static JUnitCase Of(ScenarioResult scenario, RunView view, bool alone)
    {
        var className = Path.ChangeExtension(scenario.Uri, null).Replace('/', '.').Replace('\\', '.');
        var line = scenario.Line.ToString(CultureInfo.InvariantCulture);
        return new JUnitCase(
            className,
            alone ? scenario.Name : $"{scenario.Name} (line {line})",
            scenario.Duration,
            scenario.Uri,
            scenario.Line,
            scenario.Requirements,
            Standing.Of(scenario, view),
            scenario.Verdict == Verdict.Error ? $"Error {Words.Of(scenario.Blame)}" : "Requirement not met",
            FailureText.Of(scenario, view));
    }

    /// <summary>A waiver that does not hold is itself a failure of the run.</summary>
    public static JUnitCase Of(RequirementResult requirement, WaiverResult waiver)
    {
        var id = requirement.Requirement.Id;
        var kind = waiver.State == WaiverState.Applied ? StandingKind.Passed : StandingKind.Failed;
        var message = waiver.State switch
        {
            WaiverState.Expired => $"The waiver of {id} expired on {Words.Of(waiver.Expires)}.",
            WaiverState.Unneeded => $"The waiver of {id} is not needed any more: the requirement did not fail.",
            _ => null,
        };
        return new JUnitCase(
            "waivers", $"The waiver of {id} holds", TimeSpan.Zero, null, 0, [id],
            new Standing(kind, message), "Stale waiver", $"Reason of the waiver: {waiver.Reason}");
    }

    /// <summary>A run that was stopped has not tried everything, whatever its scenarios say.</summary>
    public static JUnitCase OfStopped(Run run) => new(
        "run", "The run reached its end", TimeSpan.Zero, null, 0, [],
        new Standing(StandingKind.Errored, "The run was stopped before its end."),
        "Stopped", string.Join('\n', run.Reasons));
}
