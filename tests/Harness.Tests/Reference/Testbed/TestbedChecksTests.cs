using System.Net;
using Harness.Protocol.Names;
using Harness.Reference.Testbed;
using Harness.Reference.Testbed.Checks;
using NUnit.Framework;

namespace Harness.Tests.Reference.Testbed;

public sealed class TestbedChecksTests
{
    [Test]
    public void The_default_testbed_has_no_findings()
    {
        Assert.That(TestbedChecks.Run(DefaultTestbed.Create(3)), Is.Empty);
    }

    [Test]
    public void Each_check_rests_on_a_requirement_of_its_own()
    {
        Assert.That(TestbedChecks.All.Select(check => check.Requirement), Is.Unique);
    }

    [Test]
    public void A_third_site_a_strangers_site_and_a_site_twice_are_found()
    {
        var own = new TestbedSite(new ProviderName("aurora"), "a", "A");
        var strange = new TestbedSite(new ProviderName("cirrus"), "c", "C");

        Assert.That(
            Findings("ENV-02", environment: e => e with { Sites = [own, own, strange] }),
            Has.Count.EqualTo(3).And.All.Property("Severity").EqualTo(Severity.Error));
        Assert.That(Findings("ENV-02", environment: e => e with { Sites = [own] }), Is.Empty);
    }

    [Test]
    public void A_size_or_feature_that_an_interconnect_lacks_is_found_and_a_further_one_is_not()
    {
        Assert.That(
            Findings("ENV-03", i => i with { SizesMbps = [1, 50] }).Single().Found, Does.Contain("100, 200, 500"));
        Assert.That(Findings("ENV-03", i => i with { Features = [] }).Single().Found, Does.Contain("L3Base"));
        Assert.That(Findings("ENV-03", i => i with { SizesMbps = [.. i.SizesMbps, 77] }), Is.Empty);
    }

    [Test]
    public void An_environment_id_used_with_two_peers_is_found()
    {
        Assert.That(
            Findings("ENV-04", environment: e => e with { Id = "env-cirrus" }).Single().Found,
            Does.Contain("borealis and cirrus"));
    }

    [TestCase(400_000, 0)]
    [TestCase(400_001, 1)]
    public void No_more_bandwidth_is_sold_than_the_channels_carry(int mbps, int findings)
    {
        Assert.That(Findings("IXC-02", i => i with { MaxBandwidthMbps = mbps }), Has.Count.EqualTo(findings));
    }

    [Test]
    public void Fewer_than_four_channels_and_unequal_ones_are_found()
    {
        Assert.That(
            Findings("IXC-03", i => i with { Channels = [.. i.Channels.Take(3)] }).Single().Found,
            Is.EqualTo("expected at least 4 channels, found 3"));
        Assert.That(
            Findings("IXC-03", i => i with
            {
                Channels = [i.Channels[0] with { AggregateGbps = 10 }, .. i.Channels.Skip(1)],
            }).Single().Found,
            Is.EqualTo("expected channels of equal capacity, found 10, 100 Gbps"));
    }

    [Test]
    public void Channels_all_on_one_device_or_without_a_device_are_found_and_two_devices_will_do()
    {
        Assert.That(
            Findings("IXC-04", OnDevices("a", "a", "a", "a")).Single().Found, Does.Contain("all of them on 'a'"));
        Assert.That(Findings("IXC-04", OnDevices("a", "", "b", "c")).Single().Where, Does.EndWith("channels/ch2"));
        Assert.That(Findings("IXC-04", OnDevices("a", "a", "a", "b")), Is.Empty);
    }

    [Test]
    public void A_manager_that_is_neither_of_the_two_providers_is_found()
    {
        var stranger = new ProviderName("cirrus");

        var findings = Findings("CHN-01", i => i with
        {
            Channels =
            [
                i.Channels[0] with { MacsecManager = stranger },
                i.Channels[1] with { CrossConnectManager = stranger },
                .. i.Channels.Skip(2),
            ],
        });

        Assert.That(findings.Select(finding => finding.Found), Is.EqualTo(new[]
        {
            "expected macsecManager to be providers/aurora or providers/borealis, found providers/cirrus",
            "expected crossConnectManager to be providers/aurora or providers/borealis, found providers/cirrus",
        }));
    }

    [TestCase(4, false, 1)]
    [TestCase(3, false, 1)]
    [TestCase(2, false, 0)]
    [TestCase(4, true, 0)]
    public void The_MACsec_duty_is_even_unless_agreed_otherwise(int ours, bool agreed, int findings)
    {
        Assert.That(Findings("CHN-02", Duty(4, ours, agreed)), Has.Count.EqualTo(findings));
    }

    [TestCase(3)]
    [TestCase(2)]
    public void An_odd_channel_may_be_either_providers_duty(int ours)
    {
        Assert.That(Findings("CHN-02", Duty(5, ours, agreed: false)), Is.Empty);
    }

    [TestCase(1025, 4094, 0)]
    [TestCase(1024, 4094, 1)]
    [TestCase(1025, 4095, 1)]
    [TestCase(3000, 2000, 1)]
    public void VLAN_ranges_lie_within_1025_to_4094_and_run_upwards(long start, long stop, int findings)
    {
        Assert.That(
            Findings("GUI-02", Guided(g => g with { VlanRanges = [new NumberRange(start, stop)] })),
            Has.Count.EqualTo(findings));
    }

    [Test]
    public void Ranges_that_overlap_in_one_number_are_found_and_neighbours_are_not()
    {
        Assert.That(
            Findings("GUI-02", Guided(g => g with { MtuRanges = [new(1500, 1600), new(1600, 1700)] })),
            Has.Count.EqualTo(1));
        Assert.That(
            Findings("GUI-02", Guided(g => g with { MtuRanges = [new(1500, 1600), new(1601, 1700)] })), Is.Empty);
    }

    [Test]
    public void An_own_ASN_outside_the_ranges_is_found()
    {
        Assert.That(Findings("GUI-02", Guided(g => g with { OwnAsn = 1 })).Single().Found, Does.Contain("ownAsn"));
    }

    [Test]
    public void Overlapping_subnets_exclusions_outside_and_lengths_that_do_not_fit_are_found()
    {
        var pool = new SubnetPool(IPNetwork.Parse("10.0.0.0/24"), []);
        var inside = new SubnetPool(IPNetwork.Parse("10.0.0.0/28"), []);
        var astray = new SubnetPool(IPNetwork.Parse("10.0.0.0/24"), [IPNetwork.Parse("10.0.1.0/28")]);
        var empty = new SubnetPool(IPNetwork.Parse("10.0.0.0/24"), [IPNetwork.Parse("10.0.0.0/24")]);

        Assert.That(Findings("GUI-03", Ipv4([pool, inside], 30)), Has.Count.EqualTo(1));
        Assert.That(Findings("GUI-03", Ipv4([astray], 30)), Has.Count.EqualTo(1));
        Assert.That(Findings("GUI-03", Ipv4([empty], 30)), Has.Count.EqualTo(1));
        Assert.That(Findings("GUI-03", Ipv4([pool], 23)), Has.Count.EqualTo(1));
        Assert.That(Findings("GUI-03", Ipv4([pool], 24)), Is.Empty);
        Assert.That(Findings("GUI-03", Ipv4([pool], 32)), Has.Count.EqualTo(1));
    }

    private static Func<TestbedInterconnect, TestbedInterconnect> Ipv4(IReadOnlyList<SubnetPool> pools, int length) =>
        Guided(guidance => guidance with { Ipv4Pools = pools, Ipv4PrefixLengths = [length] });

    private static Func<TestbedInterconnect, TestbedInterconnect> Guided(
        Func<TestbedGuidance, TestbedGuidance> change) =>
        interconnect => interconnect with { Guidance = change(interconnect.Guidance) };

    private static Func<TestbedInterconnect, TestbedInterconnect> OnDevices(params string[] devices) =>
        interconnect => interconnect with
        {
            Channels = [.. interconnect.Channels.Zip(devices, (channel, device) => channel with { Device = device })],
        };

    private static Func<TestbedInterconnect, TestbedInterconnect> Duty(int channels, int ours, bool agreed) =>
        interconnect => interconnect with
        {
            MacsecSplitAgreed = agreed,
            Channels =
            [
                .. Enumerable.Range(0, channels).Select(index => interconnect.Channels[0] with
                {
                    Id = $"ch{index}",
                    MacsecManager = new ProviderName(index < ours ? "aurora" : "borealis"),
                }),
            ],
        };

    private static IReadOnlyList<Finding> Findings(
        string requirement,
        Func<TestbedInterconnect, TestbedInterconnect>? interconnect = null,
        Func<TestbedEnvironment, TestbedEnvironment>? environment = null)
    {
        var testbed = DefaultTestbed.Create(1);
        var first = testbed.Environments[0];
        if (interconnect is not null)
        {
            first = first with
            {
                Interconnects = [interconnect(first.Interconnects[0]), .. first.Interconnects.Skip(1)],
            };
        }

        var changed = new TestbedModel(
            testbed.Provider,
            testbed.Peers,
            testbed.Accounts,
            [environment is null ? first : environment(first), .. testbed.Environments.Skip(1)],
            testbed.KeyLifetime);
        return [.. TestbedChecks.Run(changed).Where(finding => finding.Requirement == requirement)];
    }
}
