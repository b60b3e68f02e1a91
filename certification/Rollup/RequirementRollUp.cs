using Harness.Certification.Catalogue;
using Harness.Certification.Runs;
using Harness.Certification.Verdicts;
using Harness.Certification.Waivers;

namespace Harness.Certification.Rollup;

/// <summary>What the scenarios that decide a requirement come to.</summary>
internal static class RequirementRollUp
{
    /// <summary>The gravest verdict wins; a deviation from what does not bind is no more than a warning.</summary>
    public static RequirementResult Of(
        Requirement requirement,
        IReadOnlyList<ScenarioResult> scenarios,
        Waiver? waiver,
        DateOnly today)
    {
        var deciding = scenarios.Where(scenario => scenario.Requirements.Contains(requirement.Id)).ToList();
        var gravest = deciding.MaxBy(scenario => For(requirement, scenario.Verdict));
        Verdict? verdict = gravest is null ? null : For(requirement, gravest.Verdict);
        return new RequirementResult(
            requirement,
            verdict,
            [.. deciding.Select(scenario => scenario.Id)],
            ReasonOf(requirement, gravest),
            [.. deciding.SelectMany(scenario => scenario.Readings).Distinct()],
            waiver is null ? null : WaiverOf(waiver, verdict, today));
    }

    private static Verdict For(Requirement requirement, Verdict verdict) =>
        verdict == Verdict.Fail && !requirement.Binding ? Verdict.Warn : verdict;

    private static string? ReasonOf(Requirement requirement, ScenarioResult? gravest)
    {
        if (gravest is null)
            return requirement.Undecided ?? "No scenario of this run decides it";
        return gravest.Verdict == Verdict.Pass ? null : $"{gravest.Name}: {gravest.Message}";
    }

    // Where nothing was decided, nobody can tell whether the waiver is still needed: only its date counts.
    private static WaiverResult? WaiverOf(Waiver waiver, Verdict? verdict, DateOnly today)
    {
        WaiverState? state = verdict switch
        {
            _ when waiver.Expires < today => WaiverState.Expired,
            Verdict.Fail => WaiverState.Applied,
            Verdict.Pass or Verdict.Warn => WaiverState.Unneeded,
            _ => null,
        };
        return state is { } known ? new WaiverResult(waiver.Reason, waiver.Expires, known) : null;
    }
}
