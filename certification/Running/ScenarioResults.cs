using Harness.Certification.Loading;
using Harness.Certification.Runs;
using Harness.Certification.Verdicts;

namespace Harness.Certification.Running;

/// <summary>Makes the results of scenarios.</summary>
internal static class ScenarioResults
{
    /// <summary>A result with what the scenario itself says, and nothing of how it ran.</summary>
    public static ScenarioResult Of(Scenario scenario, Verdict verdict, DateTimeOffset startedAt) => new(
        scenario.Id,
        scenario.Feature,
        scenario.Name,
        scenario.Uri,
        scenario.Line,
        scenario.Tags,
        scenario.Requirements,
        verdict,
        Blame: null,
        Message: null,
        Expected: null,
        Found: null,
        FailingExchange: null,
        Steps: [],
        Exchanges: [],
        Notes: [],
        Readings: [],
        Figures: [],
        Attachments: [],
        startedAt,
        TimeSpan.Zero,
        Slot: 0);

    /// <summary>The result of a scenario that a stop kept from beginning.</summary>
    public static ScenarioResult NotBegun(Scenario scenario, DateTimeOffset at) =>
        Of(scenario, Verdict.Skip, at) with
        {
            Message = "The run was stopped before this scenario began",
            Steps = [.. scenario.Steps.Select(step => new StepResult(
                step.Keyword, step.Text, step.Line, StepStatus.NotRun, TimeSpan.Zero, step.Argument))],
        };
}
