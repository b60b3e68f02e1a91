using Harness.Certification.Loading;
using Harness.Certification.Planning;
using Harness.Certification.Reports;
using Harness.Certification.Running;
using Harness.Certification.Runs;
using Harness.Certification.Selecting;
using Harness.Certification.Verdicts;
using Harness.Features.Hosting;
using NUnit.Framework;

namespace Harness.Tests.Features.Scenarios;

/// <summary>The second door to the engine: every scenario is a test case against the reference.</summary>
public sealed class ReferenceScenarioTests
{
    private const int Seed = 1;
    private static readonly Lazy<Suite> Suite = new(() => ((Loaded<Suite>.Ready)FeatureSuite.Load()).Value);
    private static readonly Lazy<Task<IReadOnlyDictionary<string, ScenarioResult>>> Results = new(RunAllAsync);

    public static IEnumerable<TestCaseData> Scenarios() =>
        Suite.Value.Scenarios.Select(scenario => new TestCaseData(scenario.Id).SetArgDisplayNames(scenario.Id));

    [TestCaseSource(nameof(Scenarios))]
    public async Task The_reference_keeps_the_protocol(string id)
    {
        var result = (await Results.Value)[id];

        Assert.That(
            result.Verdict,
            Is.EqualTo(Verdict.Pass),
            $"{result.Name}: {result.Message} expected {result.Expected} found {result.Found}");
    }

    private static async Task<IReadOnlyDictionary<string, ScenarioResult>> RunAllAsync()
    {
        await using var target = await EmbeddedTarget.StartAsync(environments: 4);
        var plan = ((Loaded<Plan>.Ready)Suite.Value.Plan(Selection.Everything)).Value;
        var options = new RunOptions(
            "harness tests",
            new TargetDescription(target.File.Name, $"{target.File.BaseUrl}", []),
            "dotnet test",
            Seed,
            Parallel: 4,
            TimeProvider.System)
        {
            Redaction = FeatureHost.Redaction(target.File),
        };
        var run = await Runner.RunAsync(plan, target.Host, options, new SilentListener(), CancellationToken.None);
        ReportWriter.WriteAll(run, Path.Combine(TestContext.CurrentContext.WorkDirectory, "certification"), ReportFormat.All);
        return run.Scenarios.ToDictionary(result => result.Id);
    }
}
