using Harness.Certification.Runs;
using Harness.Certification.Selecting;
using Harness.Certification.Verdicts;
using Harness.Cli;
using Harness.Cli.Efficacy.Mutants;
using Harness.Cli.Labs;
using Harness.Cli.Local;
using Harness.Cli.Running;
using Harness.Features.Hosting;
using Harness.Lab.Topology;
using NUnit.Framework;

namespace Harness.Tests.Cli.Labs;

/// <summary>
/// Coordinators that program real routers and leave a step out are found by what happens to packets; over HTTP they
/// say what they should.
/// </summary>
public sealed class SkippedStepsTests
{
    private const string Twin =
        """
        name: twin
        providers:
          - {id: aurora, displayName: Aurora Cloud, asn: 64512, devices: [a, b]}
          - {id: borealis, displayName: Borealis Cloud, asn: 64513, devices: [p, q]}
        interconnects:
          - id: ix1
            channels:
              - {id: ch1, devices: {aurora: a, borealis: p}}
              - {id: ch2, devices: {aurora: b, borealis: q}}
          - id: ix2
            channels:
              - {id: ch1, devices: {aurora: a, borealis: p}}
              - {id: ch2, devices: {aurora: b, borealis: q}}
        customers:
          - id: red
            sites:
              - {provider: aurora, asn: 65101}
              - {provider: borealis, asn: 65102}
        """;

    [Test]
    public async Task Without_drains_without_keys_in_standby_and_when_the_old_goes_first_packets_are_missed()
    {
        const string deleted = "A feature is taken away under traffic, and no packet is lost";
        const string moved = "A connection moves to another interconnect under traffic, and no packet is lost";
        const string maintained =
            "A channel is drained before its maintenance and restored after it, and no packet is lost";
        const string rotated = "A key is rotated under traffic: no packet is lost, and nothing is seen in the clear";

        // Without a drain alone a migration may lose nothing: routes are withdrawn before an interface goes.
        var breaks = MigratorMutants.All.Single(mutant => mutant.Name == "break-before-make").Alter;

        var run = await RunAsync([deleted, moved, maintained, rotated], id => options => breaks(options) with
        {
            Network = new SkippingNetwork(options.Network!)
            {
                SkipsDrain = true,
                SkipsStandby = channel => options.Testbed.Find(channel)!.MacsecManager.Id == id,
            },
        });

        Assert.Multiple(() =>
        {
            Fails(run, moved, "packets lost");
            Fails(run, rotated, "packets lost");
            // DFE-02 and MNT-08 are SHOULDs.
            Fails(run, deleted, "packets lost", Verdict.Warn);
            Fails(run, maintained, "packets a second that aurora sends by ch1", Verdict.Warn);
        });
    }

    [Test]
    public async Task Features_that_are_final_without_being_in_the_network_are_missed()
    {
        const string carries = "A VERIFIED connection carries customer traffic over every channel";

        var run = await RunAsync([carries], _ => options => options with
        {
            Network = new SkippingNetwork(options.Network!) { SkipsActivation = true },
        });

        Fails(run, carries, "not established");
    }

    private static async Task<Run> RunAsync(string[] scenarios, Func<string, Alteration> alter)
    {
        var ids = Suites.Ready(FeatureSuite.LoadLab()).Scenarios
            .Where(scenario => scenarios.Contains(scenario.Name))
            .Select(scenario => scenario.Id);
        var request = new LabRunRequest(
            TopologyFile.Parse(Twin, "twin.yaml"), new Selection(null, [], [.. ids]), 4711, "unused", Display.Progress)
        {
            Alter = alter,
        };
        using var input = new StringReader("");
        var surroundings = new Surroundings(TestContext.Progress, TestContext.Progress, input, TimeProvider.System);
        return await LabRun.CarryOutAsync(request, surroundings, CancellationToken.None);
    }

    private static void Fails(Run run, string scenario, string message, Verdict verdict = Verdict.Fail)
    {
        var result = Of(run, scenario);
        Assert.That(result.Verdict, Is.EqualTo(verdict), $"{scenario}: {result.Message}");
        Assert.That(result.Message, Does.Contain(message));
    }

    private static ScenarioResult Of(Run run, string scenario) => run.Scenarios.Single(it => it.Name == scenario);
}
