using Harness.Protocol.Resources;
using Harness.Reference.Testbed;
using Harness.Reference.Testbed.Checks;
using NUnit.Framework;

namespace Harness.Tests.Reference.Testbed;

public sealed class DeviceGroupingTests
{
    [Test]
    public void The_groupings_of_the_protocol_text_deadlock()
    {
        var finding = Findings("MNT-07", "a b c d", "a e c d", "b e").Single();

        Assert.That(finding.Severity, Is.EqualTo(Severity.Warning));
        Assert.That(finding.Found, Does.Contain("a, b, c, d, e in each other's way").And.Contain("expected 4"));
        Assert.That(finding.Change, Does.Contain("move providers/borealis/environments/env-1/interconnects/ix3 "));
    }

    [TestCase("a b c d", "a b c d", "a b c d")]
    [TestCase("a b c d", "e f g h", "i j k l")]
    [TestCase("a b c d", "a e c d")]
    [TestCase("a b c d", "a e c d", "b f g h")]
    [TestCase("a b", "b c", "c d")]
    [TestCase("a b c d", "b e")]
    public void Groupings_in_which_every_device_finds_a_window_do_not_deadlock(params string[] groupings)
    {
        Assert.That(Findings("MNT-07", groupings), Is.Empty);
    }

    [TestCase("a b", "b c", "c a")]
    [TestCase("a b c d", "a b c e", "d e")]
    [TestCase("x y", "a b c d", "a e c d", "b e")]
    public void Groupings_in_which_one_device_finds_no_window_deadlock(params string[] groupings)
    {
        Assert.That(Findings("MNT-07", groupings), Has.Count.EqualTo(1));
    }

    [Test]
    public void Only_the_devices_that_are_in_the_way_are_named()
    {
        var finding = Findings("MNT-07", "a b c d", "a e c d", "b e", "d q r s").Single();

        Assert.That(finding.Found, Does.Contain("a, b, c, d, e").And.Not.Contain("q"));
    }

    [Test]
    public void Interconnects_that_share_some_devices_but_not_all_are_found()
    {
        var finding = Findings("IXC-05", "a b c d", "a e c d", "f g h i").Single();

        Assert.That(finding.Found, Is.EqualTo("expected the same devices or none in common, found only a, c, d"));
    }

    [TestCase("a b c d", "d c b a")]
    [TestCase("a b c d", "e f g h")]
    [TestCase("a a b b", "a b")]
    public void Interconnects_on_the_same_devices_or_on_disjoint_ones_are_as_they_should_be(params string[] groupings)
    {
        Assert.That(Findings("IXC-05", groupings), Is.Empty);
    }

    private static IReadOnlyList<Finding> Findings(string requirement, params string[] groupings)
    {
        var testbed = DefaultTestbed.Create(1);
        var environment = testbed.Environments[0];
        var model = environment.Interconnects[0];
        environment = environment with
        {
            Interconnects =
            [
                .. groupings.Select((devices, index) => model with
                {
                    Id = $"ix{index + 1}",
                    State = InterconnectState.Active,
                    Channels =
                    [
                        .. devices.Split(' ').Select((device, channel) => model.Channels[0] with
                        {
                            Id = $"ch{channel}",
                            Device = device,
                        }),
                    ],
                }),
            ],
        };
        var changed = new TestbedModel(
            testbed.Provider, testbed.Peers, testbed.Accounts, [environment], testbed.KeyLifetime);
        return [.. TestbedChecks.Run(changed).Where(finding => finding.Requirement == requirement)];
    }
}
