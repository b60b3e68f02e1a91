using Harness.Certification.Runs;
using Harness.Certification.Selecting;
using Harness.Certification.Verdicts;
using Harness.Cli.Local;
using Harness.Features.Target.Hooks;
using NUnit.Framework;

namespace Harness.Tests.Features.Scenarios;

/// <summary>What nobody can ask of a target is never certified: the report says which hook is missing.</summary>
public sealed class MissingHookTests
{
    [TestCase(Hook.AcceptConnection, "KEY-08", "acceptConnection")]
    [TestCase(Hook.MigrateConnection, "MIG-09", "migrateConnection")]
    [TestCase(Hook.RotateKey, "MAC-10", "rotateKey")]
    public async Task A_requirement_whose_hook_is_missing_is_skipped_and_says_so(Hook hook, string id, string named)
    {
        await using var target = await EmbeddedTarget.StartAsync(
            1,
            TimeProvider.System,
            CancellationToken.None,
            describe: file => file with
            {
                Hooks = file.Hooks.Where(pair => pair.Key != hook).ToDictionary(pair => pair.Key, pair => pair.Value),
            });

        var run = await ScenarioRuns.RunAsync(target, new Selection(null, [id], []));

        Assert.That(run.Requirements.Single(result => result.Requirement.Id == id).Verdict, Is.EqualTo(Verdict.Skip));
        Assert.That(run.Scenarios.Select(result => result.Verdict), Has.All.EqualTo(Verdict.Skip));
        Assert.That(run.Scenarios.Select(result => result.Message), Has.All.Contains(named));
        Assert.That(run.Verdict, Is.Not.EqualTo(RunVerdict.Certified));
    }

    [Test]
    public async Task Without_an_environment_that_defers_its_requirements_are_skipped()
    {
        await using var target = await EmbeddedTarget.StartAsync(
            1,
            TimeProvider.System,
            CancellationToken.None,
            describe: file => file with { Testbed = file.Testbed with { Deferring = null } });

        var run = await ScenarioRuns.RunAsync(target, new Selection(null, ["DFR-02", "DFR-03", "DFR-04"], []));

        Assert.That(run.Scenarios, Has.All.Property("Verdict").EqualTo(Verdict.Skip));
    }
}
