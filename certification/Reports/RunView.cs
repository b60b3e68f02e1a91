using Harness.Certification.Runs;
using Harness.Certification.Verdicts;

namespace Harness.Certification.Reports;

/// <summary>
/// A run, with the look-ups that every report needs. A reference to something that the run does not hold is
/// skipped: a partial run is still worth a report.
/// </summary>
internal sealed class RunView
{
    private readonly Dictionary<string, RequirementResult> _requirements = [];
    private readonly Dictionary<string, int> _positions = [];

    public RunView(Run run)
    {
        Run = run;
        foreach (var requirement in run.Requirements)
            _requirements.TryAdd(requirement.Requirement.Id, requirement);
        for (var i = 0; i < run.Scenarios.Count; i++)
            _positions.TryAdd(run.Scenarios[i].Id, i);
    }

    public Run Run { get; }

    /// <summary>The requirement of that id, or null.</summary>
    public RequirementResult? Requirement(string id) => _requirements.GetValueOrDefault(id);

    /// <summary>Position in the plan, from 1, by which reports link to a scenario; null when it is not there.</summary>
    public int? NumberOf(string scenarioId) => _positions.TryGetValue(scenarioId, out var i) ? i + 1 : null;

    /// <summary>The scenarios that decide the requirement, as far as the run holds them.</summary>
    public IEnumerable<ScenarioResult> ScenariosOf(RequirementResult requirement) =>
        requirement.Scenarios.Where(_positions.ContainsKey).Select(id => Run.Scenarios[_positions[id]]);

    /// <summary>The waiver that excuses the failure: every requirement that it fails has one in force.</summary>
    public WaiverResult? WaiverOf(ScenarioResult scenario)
    {
        if (scenario.Verdict != Verdict.Fail)
            return null;
        var failed = scenario.Requirements
            .Select(Requirement)
            .OfType<RequirementResult>()
            .Where(requirement => requirement.Verdict == Verdict.Fail)
            .ToList();
        return failed.Count > 0 && failed.All(IsWaived) ? failed[0].Waiver : null;
    }

    /// <summary>Whether a waiver in force covers the requirement.</summary>
    public static bool IsWaived(RequirementResult requirement) => requirement.Waiver?.State == WaiverState.Applied;

    /// <summary>The exchange that shows the failure, when the run says which.</summary>
    public static Exchange? FailingExchange(ScenarioResult scenario) =>
        scenario.FailingExchange is { } sequence
            ? scenario.Exchanges.FirstOrDefault(exchange => exchange.Sequence == sequence)
            : null;
}
