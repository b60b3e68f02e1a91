using Harness.Lab.Planning;
using Harness.Lab.Routers;
using Harness.Lab.Topology;
using Harness.Lab.Wiring;
using NUnit.Framework;

namespace Harness.Tests.Lab.Routers;

public sealed class LabPlansTests
{
    private static readonly LabWiring Wiring = LabWiring.Of(BuiltInLabs.Load(BuiltInLabs.Default));
    private static readonly LabPlan Plan = LabPlans.Of("label", Wiring, RouterAbilities.All);

    [Test]
    public void Every_router_and_host_is_planned_with_the_daemons_of_its_kind()
    {
        Assert.That(Plan.Nodes.Select(node => node.Name), Is.EqualTo(Wiring.Routers.Concat(Wiring.Hosts)));
        Assert.That(Node("aurora-a").Daemons, Has.Member(RoutingDaemon.Bfdd).And.Member(RoutingDaemon.Bgpd));
        Assert.That(Node("red-aurora").Daemons, Has.No.Member(RoutingDaemon.Bfdd));
        Assert.That(Node("red-aurora-host").Kind, Is.EqualTo(NodeKind.Host));
        Assert.That(Node("red-aurora-host").Daemons, Is.Empty);
        Assert.That(Plan.Links, Is.EqualTo(Wiring.Links));
    }

    [Test]
    public void A_device_has_a_routing_table_and_a_BGP_instance_for_each_customer_and_none_of_its_own()
    {
        var device = Node("aurora-a");

        Assert.That(device.Wiring, Has.Member("link add cust1 type vrf table 1001"));
        Assert.That(device.Wiring, Has.Member("link set at1 master cust1"));
        Assert.That(device.Wiring, Has.Member("route add unreachable 0.0.0.0/0 table 1002 metric 4278198272"));
        Assert.That(device.Wiring, Has.Member("route add unreachable ::/0 table 1002 metric 4278198272"));
        Assert.That(
            Frr("aurora-a").Split('\n').Where(line => line.StartsWith("router bgp", StringComparison.Ordinal)),
            Is.EqualTo(new[] { "router bgp 64512 vrf cust1", "router bgp 64512 vrf cust2" }));
    }

    [Test]
    public void Sessions_of_one_customer_stand_in_its_own_instance_alone()
    {
        var instances = Frr("aurora-a").Split("router bgp ");

        Assert.That(instances[1], Does.Contain("remote-as 65101").And.Not.Contain("remote-as 65201"));
        Assert.That(instances[2], Does.Contain("remote-as 65201").And.Not.Contain("remote-as 65101"));
    }

    [Test]
    public void Both_ends_of_an_attachment_name_each_others_address_and_ASN()
    {
        var attachment = Wiring.Sites[0].Attachments[0];
        var (site, device) = (attachment.Site, attachment.Device);

        Assert.That(Frr(site.Node), Does.Contain($" neighbor {device.Addresses.Ipv4} remote-as 64512\n")
            .And.Contain($" neighbor {device.Addresses.Ipv6} remote-as 64512\n"));
        Assert.That(Frr(device.Node), Does.Contain($" neighbor {site.Addresses.Ipv4} remote-as 65101\n"));
        Assert.That(Node(site.Node).Wiring, Has.Member($"addr add {site.Addresses.Ipv4}/31 dev {site.Interface}"));
        Assert.That(
            Node(device.Node).Wiring, Has.Member($"addr add {device.Addresses.Ipv6}/127 dev {device.Interface} nodad"));
    }

    [Test]
    public void A_site_announces_its_own_network_and_nothing_that_it_learnt()
    {
        Assert.That(Frr("red-borealis"), Does.Contain("  network 10.0.2.0/24\n")
            .And.Contain("  network fd1a:2:0:2::/64\n"));
        Assert.That(Frr("red-borealis"), Does.Contain("bgp as-path access-list OWN permit ^$\n"));
        Assert.That(Frr("red-borealis").Split(" filter-list OWN out\n"), Has.Length.EqualTo(9));
        Assert.That(Frr("aurora-a"), Does.Not.Contain("filter-list"));
    }

    [Test]
    public void Every_router_heeds_a_drain_of_others_and_can_be_drained_itself()
    {
        foreach (var router in Wiring.Routers)
        {
            Assert.That(Frr(router), Does.Contain("route-map DRAIN-IN permit 10\n set local-preference 0\n")
                .And.Contain("route-map DRAIN-OUT permit 10\n set community graceful-shutdown additive\n")
                .And.Contain("route-map HONOUR-IN permit 10\n match community GSHUT\n set local-preference 0\n"));
        }
    }

    [Test]
    public void No_block_ends_with_exit_which_would_end_the_reading_of_a_daemon_that_does_not_know_the_block() =>
        Assert.That(Wiring.Routers.Select(Frr), Has.None.Match(@"(?m)^\s*exit$"));

    [Test]
    public void A_LAG_is_a_bond_that_MACsec_sits_on_and_nothing_else_does()
    {
        var lines = Node("aurora-d").Wiring.ToList();

        Assert.That(lines, Has.Member("link set c4m1 master c4lag").And.Member("link set c4m2 master c4lag"));
        Assert.That(lines.Single(line => line.StartsWith("link add link c4lag", StringComparison.Ordinal)),
            Is.EqualTo("link add link c4lag name c4sec type macsec cipher gcm-aes-128 encrypt on protect on "
                + "validate strict send_sci on encodingsa 0"));
        Assert.That(
            lines, Has.None.Match("^addr add .* dev c(?!\\d+sec$)"), "no address where nothing is encrypted (MAC-16)");
        Assert.That(lines.IndexOf("link set c4lag address 02:04:00:04:00:00 addrgenmode none"),
            Is.LessThan(lines.FindIndex(line => line.Contains("type macsec"))), "the SCI is made of the address");
    }

    [Test]
    public void Each_end_of_a_channel_expects_the_others_Ethernet_address()
    {
        foreach (var channel in Wiring.Channels)
        {
            Assert.That(Node(channel.First.Node).Wiring,
                Has.Member($"macsec add {channel.First.Secured} rx port 1 address {channel.Second.Ethernet}"));
            Assert.That(Node(channel.Second.Node).Wiring,
                Has.Member($"macsec add {channel.Second.Secured} rx port 1 address {channel.First.Ethernet}"));
        }
    }

    [Test]
    public void What_the_kernel_lacks_is_done_otherwise_and_said()
    {
        var abilities = new RouterAbilities(false, false, false, false, false);
        var plan = LabPlans.Of("label", Wiring, abilities);
        var lines = plan.Nodes.Single(node => node.Name == "aurora-d").Wiring;

        Assert.That(lines, Has.None.Contains("macsec").And.None.Contains("bond").And.None.Contains("vrf"));
        Assert.That(lines, Has.Member("addr add 100.96.0.8/31 dev c4m1"), "what VXLAN runs on");
        Assert.That(abilities.Notes, Has.Count.EqualTo(5));
        Assert.That(RouterAbilities.All.Notes, Is.Empty);
    }

    [Test]
    public void A_host_reaches_everything_by_its_sites_router() => Assert.That(
        Node("red-aurora-host").Wiring,
        Has.Member("addr add 10.0.1.10/24 dev eth0").And.Member("route add 0.0.0.0/0 via 10.0.1.1")
            .And.Member("route add ::/0 via fd1a:2:0:1::1"));

    [Test]
    public void Changes_that_routers_begin_with_follow_their_own_wiring()
    {
        var change = new RouterChange("aurora-a", RouterTool.Ip, [new RouterLine("key s3cret", "key (hidden)")]);
        var plan = LabPlans.Of("label", Wiring, RouterAbilities.All, change);

        Assert.That(plan.Nodes.Single(node => node.Name == "aurora-a").Wiring[^1], Is.EqualTo("key s3cret"));
        Assert.That(plan.Nodes.Single(node => node.Name == "aurora-b").Wiring, Is.EqualTo(Node("aurora-b").Wiring));
    }

    [Test]
    public void A_change_of_FRR_is_none_to_begin_with_for_its_password_would_not_be_asked()
    {
        var change = new RouterChange("aurora-a", RouterTool.Frr, [new RouterLine("router bgp 1")]);

        Assert.That(() => LabPlans.Of("label", Wiring, RouterAbilities.All, change), Throws.ArgumentException);
    }

    private static PlannedNode Node(string name) => Plan.Nodes.Single(node => node.Name == name);

    private static string Frr(string name) => Node(name).Files.Single(file => file.Path == "/etc/frr/frr.conf").Text;
}
