using Harness.Certification.Runs;

namespace Harness.Certification.Reports.JUnit;

/// <summary>A suite of the XML.</summary>
internal sealed record JUnitSuite(string Name, DateTimeOffset StartedAt, IReadOnlyList<JUnitCase> Cases)
{
    /// <summary>A suite per feature in the order of the plan, then what the run's verdict rests on besides.</summary>
    public static IReadOnlyList<JUnitSuite> All(RunView view)
    {
        var suites = view.Run.Scenarios
            .GroupBy(scenario => (scenario.Uri, scenario.Feature))
            .Select(feature => OfFeature(feature.Key.Feature, [.. feature], view))
            .ToList();
        var waivers = view.Run.Requirements
            .Where(requirement => requirement.Waiver is not null)
            .Select(requirement => JUnitCase.Of(requirement, requirement.Waiver!))
            .ToList();
        if (waivers.Count > 0)
            suites.Add(new JUnitSuite("Waivers", view.Run.FinishedAt, waivers));
        if (view.Run.Verdict == RunVerdict.Stopped)
            suites.Add(new JUnitSuite("Run", view.Run.FinishedAt, [JUnitCase.OfStopped(view.Run)]));
        return suites;
    }

    private static JUnitSuite OfFeature(string name, List<ScenarioResult> scenarios, RunView view)
    {
        var names = scenarios.CountBy(scenario => scenario.Name).ToDictionary();
        return new JUnitSuite(
            name,
            scenarios.Min(scenario => scenario.StartedAt),
            [.. scenarios.Select(scenario => JUnitCase.Of(scenario, view, names[scenario.Name] == 1))]);
    }
}
