using Harness.Lab.Routers;
using Harness.Lab.Topology;
using Harness.Lab.Wiring;
using Harness.Protocol.Resources;
using NUnit.Framework;

namespace Harness.Tests.Lab.Routers;

public sealed class FeatureChangesTests
{
    private static readonly LabWiring Wiring = LabWiring.Of(BuiltInLabs.Load(BuiltInLabs.Default));
    private static readonly FeatureChanges Changes = new(RouterAbilities.All);

    private static readonly L3BaseConfig Negotiated = new(
        "169.254.20.0", 30, "fd20:c0:9::", 126, 9001, 4094,
        [
            new ProviderBgpConfig("providers/borealis", 64513, "169.254.20.2", "fd20:c0:9::2"),
            new ProviderBgpConfig("providers/aurora", 64512, "169.254.20.1", "fd20:c0:9::1"),
        ],
        "s3cret-password");

    [Test]
    public void A_feature_gets_its_interface_in_the_customers_routing_table_on_MACsec()
    {
        var change = Changes.Up(Feature())[0];

        Assert.That(change.Node, Is.EqualTo("aurora-a"));
        Assert.That(change.Lines.Select(line => line.Text), Is.EqualTo(new[]
        {
            "link add link c1sec name c1v4094 type vlan id 4094",
            "link set c1v4094 master cust2",
            "link set c1v4094 mtu 9001",
            "link set c1v4094 up",
        }));
    }

    [Test]
    public void Addresses_come_after_FRR_has_been_spoken_to_since_it_forgets_those_of_interfaces_it_has_not_read_of()
    {
        var changes = Changes.Up(Feature());

        Assert.That(
            changes.Select(change => change.Tool),
            Is.EqualTo(new[] { RouterTool.Ip, RouterTool.Frr, RouterTool.Ip }));
        Assert.That(changes[2].Lines.Select(line => line.Text), Is.EqualTo(new[]
        {
            "addr add 169.254.20.1/30 dev c1v4094",
            "addr add fd20:c0:9::1/126 dev c1v4094 nodad",
        }));
    }

    [Test]
    public void Its_sessions_are_authenticated_and_bounded_in_both_families()
    {
        var input = Changes.Up(Feature())[1].Input;

        Assert.That(input, Does.StartWith("router bgp 64512 vrf cust2\n"));
        foreach (var peer in new[] { "169.254.20.2", "fd20:c0:9::2" })
        {
            Assert.That(input, Does.Contain($" neighbor {peer} remote-as 64513\n")
                .And.Contain($" neighbor {peer} password s3cret-password\n")
                .And.Contain($" neighbor {peer} bfd profile channel\n")
                .And.Contain($"  neighbor {peer} maximum-prefix 42\n")
                .And.Contain($"  neighbor {peer} route-map HONOUR-IN in\n"));
        }

        Assert.That(input, Does.Not.Contain("DRAIN").And.Not.Contain("local-as"));
    }

    [Test]
    public void The_other_end_is_the_mirror_image()
    {
        var changes = Changes.Up(Feature("borealis"));

        Assert.That(changes.Select(change => change.Node), Is.All.EqualTo("borealis-p"));
        Assert.That(changes[2].Input, Does.Contain("addr add 169.254.20.2/30 dev c1v4094\n"));
        Assert.That(
            changes[1].Input, Does.StartWith("router bgp 64513 vrf cust2\n neighbor 169.254.20.1 remote-as 64512\n"));
    }

    [Test]
    public void An_ASN_that_was_negotiated_otherwise_than_the_devices_own_is_shown_to_the_peer_alone()
    {
        var config = Negotiated with
        {
            ProviderBgpConfigs =
            [
                Negotiated.ProviderBgpConfigs![0], Negotiated.ProviderBgpConfigs[1] with { Asn = 64999 },
            ],
        };

        var input = Changes.Up(Feature(config: config))[1].Input;

        Assert.That(input, Does.StartWith("router bgp 64512 vrf cust2\n"));
        Assert.That(input, Does.Contain(" neighbor 169.254.20.2 local-as 64999 no-prepend replace-as\n"));
    }

    [Test]
    public void Without_IPv6_negotiated_there_is_one_session()
    {
        var config = Negotiated with { Ipv6Subnet = null, Ipv6SubnetPrefixLength = null };

        var lines = string.Concat(Changes.Up(Feature(config: config)).Select(change => change.Input));

        Assert.That(lines, Does.Not.Contain("fd20").And.Not.Contain("ipv6"));
    }

    [Test]
    public void A_feature_can_begin_drained()
    {
        var input = Changes.Up(Feature(), drained: true)[1].Input;

        Assert.That(input, Does.Contain("  neighbor 169.254.20.2 route-map DRAIN-IN in\n")
            .And.Contain("  neighbor 169.254.20.2 route-map DRAIN-OUT out\n").And.Not.Contain("HONOUR-IN"));
    }

    [Test]
    public void A_drain_binds_both_maps_in_both_families_and_an_undrain_takes_them_back()
    {
        Assert.That(Changes.Drain(Feature()).Lines.Select(line => line.Text), Is.EqualTo(new[]
        {
            "router bgp 64512 vrf cust2",
            " address-family ipv4 unicast",
            "  neighbor 169.254.20.2 route-map DRAIN-IN in",
            "  neighbor 169.254.20.2 route-map DRAIN-OUT out",
            " exit-address-family",
            " address-family ipv6 unicast",
            "  neighbor fd20:c0:9::2 route-map DRAIN-IN in",
            "  neighbor fd20:c0:9::2 route-map DRAIN-OUT out",
            " exit-address-family",
        }));
        Assert.That(Changes.Undrain(Feature()).Lines.Select(line => line.Text), Is.EqualTo(new[]
        {
            "router bgp 64512 vrf cust2",
            " address-family ipv4 unicast",
            "  neighbor 169.254.20.2 route-map HONOUR-IN in",
            "  no neighbor 169.254.20.2 route-map DRAIN-OUT out",
            " exit-address-family",
            " address-family ipv6 unicast",
            "  neighbor fd20:c0:9::2 route-map HONOUR-IN in",
            "  no neighbor fd20:c0:9::2 route-map DRAIN-OUT out",
            " exit-address-family",
        }));
    }

    [Test]
    public void A_feature_goes_with_its_sessions_first_and_nothing_of_another_feature()
    {
        Assert.That(Changes.Shutdown(Feature()).Input, Is.EqualTo(
            "router bgp 64512 vrf cust2\n neighbor 169.254.20.2 shutdown\n neighbor fd20:c0:9::2 shutdown\n"));
        Assert.That(Changes.Down(Feature()).Select(change => change.Input), Is.EqualTo(new[]
        {
            "router bgp 64512 vrf cust2\n no neighbor 169.254.20.2\n no neighbor fd20:c0:9::2\n",
            "link del c1v4094\n",
        }));
    }

    [Test]
    public void A_change_goes_in_on_standard_input_and_its_text_is_without_the_password()
    {
        var change = Changes.Up(Feature())[1];

        Assert.That(change.Command, Is.EqualTo(new[] { "vtysh", "-f", "/proc/self/fd/0" }));
        Assert.That($"{change}", Does.Contain(" neighbor 169.254.20.2 password (hidden)\n").And.Not.Contain("s3cret"));
        Assert.That($"{Feature()}", Does.Not.Contain("s3cret"));
    }

    [Test]
    public void Where_the_kernel_lacks_it_VXLAN_stands_in_for_the_VLAN_and_the_password_is_left_out()
    {
        var changes = new FeatureChanges(new RouterAbilities(false, false, false, false, false)).Up(Feature());

        Assert.That(changes[0].Lines[0].Text, Is.EqualTo(
            "link add c1v4094 type vxlan id 4094 dev c1m1 local 100.96.0.2 remote 100.96.0.3 dstport 4789 nolearning"));
        Assert.That(changes[0].Input, Does.Not.Contain("master"));
        Assert.That(changes[1].Input, Does.StartWith("router bgp 64512\n").And.Not.Contain("password"));
    }

    [TestCase("two words")]
    [TestCase("line\nend")]
    [TestCase("what?")]
    [TestCase("schlüssel")]
    public void A_password_that_would_leave_its_line_is_refused_without_being_told(string password) => Assert.That(
        () => Feature(config: Negotiated with { Md5BgpPassword = password }),
        Throws.ArgumentException.With.Message.Not.Contains(password));

    [Test]
    public void What_was_not_negotiated_is_named()
    {
        Assert.That(() => Feature(config: Negotiated with { VlanId = null }),
            Throws.ArgumentException.With.Message.Contains("vlanId"));
        Assert.That(() => Feature(config: Negotiated with { MtuBytes = null }),
            Throws.ArgumentException.With.Message.Contains("mtuBytes"));
        Assert.That(() => Feature(config: Negotiated with { ProviderBgpConfigs = [Negotiated.ProviderBgpConfigs![0]] }),
            Throws.ArgumentException.With.Message.Contains("a providerBgpConfig of aurora"));
        Assert.That(() => Feature(config: Negotiated with { Ipv4SubnetPrefixLength = null }),
            Throws.ArgumentException.With.Message.Contains("IPv4"));
    }

    private static ChannelFeature Feature(string provider = "aurora", L3BaseConfig? config = null) => ChannelFeature.Of(
        Wiring, Wiring.Channel("ix1", "ch1")!, provider, Wiring.Tenants[1], config ?? Negotiated, 42);
}
