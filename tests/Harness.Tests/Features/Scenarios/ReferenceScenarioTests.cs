using Harness.Certification.Reports;
using Harness.Certification.Runs;
using Harness.Certification.Selecting;
using Harness.Certification.Verdicts;
using NUnit.Framework;

namespace Harness.Tests.Features.Scenarios;

/// <summary>The second door to the engine: every scenario is a test case against the reference.</summary>
public sealed class ReferenceScenarioTests
{
    private static readonly Lazy<Task<Run>> Whole = new(RunAllAsync);

    public static IEnumerable<TestCaseData> Scenarios() => ScenarioRuns.Suite.Scenarios
        .Select(scenario => new TestCaseData(scenario.Id).SetArgDisplayNames(scenario.Id));

    [TestCaseSource(nameof(Scenarios))]
    public async Task The_reference_passes(string id)
    {
        var result = (await Whole.Value).Scenarios.Single(result => result.Id == id);

        Assert.That(result.Verdict, Is.EqualTo(Verdict.Pass), $"{result.Name}: {result.Message}");
    }

    [Test]
    public async Task The_reference_is_certified_and_every_requirement_is_decided_or_says_why_not()
    {
        var run = await Whole.Value;

        Assert.That(run.Verdict, Is.EqualTo(RunVerdict.Certified), string.Join('\n', run.Reasons));
        Assert.That(
            run.Requirements.Where(result => (result.Verdict is null) == (result.Requirement.Undecided is null)),
            Is.Empty);
    }

    private static async Task<Run> RunAllAsync()
    {
        await using var target = await ScenarioRuns.StartAsync();
        var run = await ScenarioRuns.RunAsync(target, Selection.Everything);
        var directory = Path.Combine(TestContext.CurrentContext.WorkDirectory, "certification");
        ReportWriter.WriteAll(run, directory, ReportFormat.All);
        return run;
    }
}
