using Harness.Certification.Selecting;
using Harness.Certification.Verdicts;
using Harness.Cli;
using Harness.Cli.Labs;
using Harness.Cli.Running;
using Harness.Lab.Topology;
using Harness.Tests.Lab.Running;
using NUnit.Framework;

namespace Harness.Tests.Cli.Labs;

/// <summary>The smallest lab, programmed by a reference on one side and the simulated partner on the other.</summary>
public sealed class LabRunTests
{
    private const string Traffic = "A VERIFIED connection carries customer traffic over every channel";

    [Test]
    public async Task A_reference_and_the_simulated_partner_bring_up_a_connection_that_loses_no_packet()
    {
        await using var output = new StringWriter();
        using var input = new StringReader("");
        var request = new LabRunRequest(
            TopologyFile.Parse(SmallLab.Topology, "small.yaml"),
            new Selection("@PRO-07", [], []),
            Seed: 4711,
            Output: "",
            Display.Quiet)
        {
            Simulated = true,
        };

        var run = await LabRun.CarryOutAsync(
            request, new Surroundings(output, output, input, TimeProvider.System), CancellationToken.None);

        var shown = run.Scenarios.Single(it => it.Name == Traffic);
        Assert.Multiple(() =>
        {
            Assert.That(shown.Verdict, Is.EqualTo(Verdict.Pass), $"{shown.Message}");
            Assert.That(run.Target.Name, Is.EqualTo("Reference coordinator and simulated partner on a router lab"));
        });
    }
}
