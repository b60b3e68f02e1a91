using Harness.Certification.Selecting;
using Harness.Cli.Labs;
using Harness.Cli.Running;
using Harness.Lab.Topology;
using NUnit.Framework;

namespace Harness.Tests.Cli.Labs;

/// <summary>How a run on the lab is repeated.</summary>
public sealed class LabRunRequestTests
{
    private static readonly LabRunRequest _plain = new(
        BuiltInLabs.Load("ten"), Selection.Everything, Seed: 7, Output: "", Display.Quiet);

    [Test]
    public void The_whole_suite_is_repeated_by_its_seed_alone() =>
        Assert.That(_plain.Command, Is.EqualTo("harness lab certify --seed 7"));

    [Test]
    public void What_was_chosen_is_chosen_again()
    {
        var chosen = _plain with
        {
            TopologyName = "ten",
            Runtime = "docker",
            Simulated = true,
            Selection = new Selection("@PRO-07 and not @vrf", [], []),
        };

        Assert.That(
            chosen.Command,
            Is.EqualTo("harness lab certify --topology ten --runtime docker --partner simulator "
                + "--tags '@PRO-07 and not @vrf' --seed 7"));
    }
}
