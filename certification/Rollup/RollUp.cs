using Harness.Certification.Planning;
using Harness.Certification.Runs;
using Harness.Certification.Verdicts;
using Harness.Certification.Waivers;

namespace Harness.Certification.Rollup;

/// <summary>Makes the outcome of a run of its scenarios' results. Pure.</summary>
public static class RollUp
{
    /// <summary>The outcome.</summary>
    /// <param name="plan">What was to run.</param>
    /// <param name="results">What ran.</param>
    /// <param name="waivers">Accepted failures.</param>
    /// <param name="today">The day of the run, in UTC.</param>
    /// <param name="stopped">Whether the run was ended early.</param>
    public static Outcome Of(
        Plan plan,
        IReadOnlyList<ScenarioResult> results,
        IReadOnlyList<Waiver> waivers,
        DateOnly today,
        bool stopped)
    {
        var requirements = plan.Suite.Catalogue.Requirements
            .Select(requirement => RequirementRollUp.Of(
                requirement,
                results,
                waivers.FirstOrDefault(waiver => waiver.Requirement == requirement.Id),
                today))
            .ToList();
        var failed = Failures(requirements).Concat(StaleWaivers(requirements)).ToList();
        var open = Missing(plan, results).Concat(Undecided(requirements)).Concat(Errors(results)).ToList();
        var partial = Partial(plan, requirements).ToList();
        IReadOnlyList<string> halted = stopped ? ["The run was stopped before its end"] : [];
        var verdict = stopped ? RunVerdict.Stopped
            : failed.Count > 0 ? RunVerdict.NotConformant
            : open.Count > 0 ? RunVerdict.Incomplete
            : partial.Count > 0 ? RunVerdict.PartialPass
            : RunVerdict.Certified;
        return new Outcome(verdict, [.. halted, .. failed, .. open, .. partial], requirements);
    }

    private static IEnumerable<string> Failures(IEnumerable<RequirementResult> requirements) => requirements
        .Where(it => it.Verdict == Verdict.Fail && it.Waiver?.State != WaiverState.Applied)
        .Select(it => $"{it.Requirement.Id} failed: {it.Reason}");

    private static IEnumerable<string> StaleWaivers(IEnumerable<RequirementResult> requirements) => requirements
        .Where(it => it.Waiver?.State is WaiverState.Expired or WaiverState.Unneeded)
        .Select(it => it.Waiver!.State == WaiverState.Expired
            ? $"The waiver of {it.Requirement.Id} expired on {it.Waiver.Expires:yyyy-MM-dd}: remove or renew it"
            : $"The waiver of {it.Requirement.Id} is not needed, since it did not fail: remove the waiver");

    // Never seen to happen, and watched all the same: scenarios that vanish must not look like scenarios that pass.
    private static IEnumerable<string> Missing(Plan plan, IReadOnlyList<ScenarioResult> results)
    {
        if (results.Count != plan.Scenarios.Count)
            yield return $"Expected {plan.Scenarios.Count} scenarios as planned, found results of {results.Count}";
    }

    private static IEnumerable<string> Undecided(IEnumerable<RequirementResult> requirements) => requirements
        .Where(it => it.Verdict is Verdict.Skip or Verdict.Inconclusive or Verdict.Error)
        .OrderByDescending(it => it.Verdict)
        .Select(it => $"{it.Requirement.Id} is not decided ({WordOf(it.Verdict)}): {it.Reason}");

    // A failure elsewhere may outweigh an error in the roll-up of a requirement; the error is said all the same.
    private static IEnumerable<string> Errors(IReadOnlyList<ScenarioResult> results)
    {
        var count = results.Count(scenario => scenario.Verdict == Verdict.Error);
        if (count > 0)
            yield return $"{count} of {results.Count} scenarios could not be carried through";
    }

    private static IEnumerable<string> Partial(Plan plan, IEnumerable<RequirementResult> requirements)
    {
        if (!plan.IsWhole)
            yield return $"Only {plan.Scenarios.Count} of {plan.Suite.Scenarios.Count} scenarios were selected";
        foreach (var waived in requirements.Where(it => it.Waiver?.State == WaiverState.Applied))
            yield return $"{waived.Requirement.Id} failed and is waived: {waived.Waiver!.Reason}";
    }

    private static string WordOf(Verdict? verdict) => verdict switch
    {
        Verdict.Skip => "skipped",
        Verdict.Inconclusive => "inconclusive",
        _ => "error",
    };
}
