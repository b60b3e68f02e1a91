using FsCheck.Fluent;
using Harness.Lab.Topology;
using Harness.Lab.Wiring;
using NUnit.Framework;

namespace Harness.Tests.Lab.Wiring;

public sealed class LabWiringTests
{
    private static readonly LabWiring Default = LabWiring.Of(BuiltInLabs.Load(BuiltInLabs.Default));

    [Test]
    public void No_two_interfaces_have_an_address_in_common() => Hold(wiring =>
    {
        var addresses = wiring.Sites.SelectMany(site => site.Attachments)
            .SelectMany(attachment => new[] { attachment.Site.Addresses, attachment.Device.Addresses })
            .Concat(wiring.Sites.SelectMany(site => new[] { site.Network.Gateway, site.Network.Host }))
            .SelectMany(pair => new[] { pair.Ipv4, pair.Ipv6 })
            .Concat(wiring.Routers.Select(wiring.RouterId))
            .Concat(wiring.Channels.SelectMany(channel => new[] { channel.First.Underlay, channel.Second.Underlay }))
            .ToArray();

        return addresses.Distinct().Count() == addresses.Length;
    });

    [Test]
    public void No_address_lies_where_features_negotiate_theirs() => Hold(wiring =>
        wiring.Sites.SelectMany(site => site.Attachments)
            .SelectMany(attachment => new[] { attachment.Site.Addresses, attachment.Device.Addresses })
            .Concat(wiring.Sites.SelectMany(site => new[] { site.Network.Gateway, site.Network.Host }))
            .All(pair => !$"{pair.Ipv4}".StartsWith("169.254.", StringComparison.Ordinal)
                && !$"{pair.Ipv6}".StartsWith("fd20:", StringComparison.Ordinal)));

    [Test]
    public void Sites_have_networks_that_do_not_overlap_and_hold_router_and_host() => Hold(wiring =>
        wiring.Sites.Select(site => site.Network.Ipv4).Distinct().Count() == wiring.Sites.Count
        && wiring.Sites.Select(site => site.Network.Ipv6).Distinct().Count() == wiring.Sites.Count
        && wiring.Sites.Select(site => site.Network).All(network =>
            network.Ipv4.Contains(network.Gateway.Ipv4) && network.Ipv4.Contains(network.Host.Ipv4)
            && network.Ipv6.Contains(network.Gateway.Ipv6) && network.Ipv6.Contains(network.Host.Ipv6)));

    [Test]
    public void Every_interface_has_one_wire_an_Ethernet_address_of_its_own_and_a_name_that_Linux_takes() =>
        Hold(wiring =>
        {
            var ends = wiring.Links.SelectMany(link => new[] { link.A, link.B }).ToArray();
            var bonds = wiring.Channels.SelectMany(channel => new[] { channel.First, channel.Second })
                .Where(end => end.Members.Count > 1).Select(end => end.Ethernet);
            return ends.Select(end => (end.Node, end.Interface)).Distinct().Count() == ends.Length
                && ends.Select(end => end.Address).Concat(bonds).Distinct().Count() == ends.Length + bonds.Count()
                && ends.All(end => end.Interface.Length is > 0 and <= 15)
                && wiring.Channels.All(channel => channel.First.Vlan(4094).Length <= 15);
        });

    [Test]
    public void Every_wire_ends_at_nodes_that_there_are() => Hold(wiring =>
    {
        var nodes = wiring.Routers.Concat(wiring.Hosts).ToHashSet();
        return wiring.Links.SelectMany(link => new[] { link.A, link.B }).All(end => nodes.Contains(end.Node));
    });

    [Test]
    public void The_same_topology_is_wired_alike_twice()
    {
        var again = LabWiring.Of(BuiltInLabs.Load(BuiltInLabs.Default));

        Assert.That(again.Links, Is.EqualTo(Default.Links));
        Assert.That(again.Routers.Select(again.RouterId), Is.EqualTo(Default.Routers.Select(Default.RouterId)));
    }

    [Test]
    public void A_channel_of_one_wire_needs_no_bond_and_carries_MACsec_under_the_wires_own_address()
    {
        var end = Default.Channel("ix1", "ch1")!.EndOf("borealis");
        var wire = Default.Links.Select(link => link.B).Single(it => it is { Node: "borealis-p", Interface: "c1m1" });

        Assert.That(end.Lag, Is.EqualTo("c1m1"));
        Assert.That(end.Ethernet, Is.EqualTo(wire.Address));
    }

    [Test]
    public void A_channel_of_two_wires_is_a_bond_of_both()
    {
        var channel = Default.Channel("ix1", "ch4")!;

        Assert.That(channel.First.Lag, Is.EqualTo("c4lag"));
        Assert.That(
            Default.Links.Count(link => link.A.Node == "aurora-d" && link.A.Interface.StartsWith("c4m")),
            Is.EqualTo(2));
        Assert.That(channel.PeerOf(channel.First), Is.SameAs(channel.Second));
        Assert.That(channel.PeerOf(channel.Second), Is.SameAs(channel.First));
    }

    [Test]
    public void An_interconnect_that_is_only_planned_is_not_wired()
    {
        Assert.That(Default.Channels, Has.Count.EqualTo(8));
        Assert.That(Default.Channel("ix3", "ch1"), Is.Null);
    }

    private static void Hold(Func<LabWiring, bool> property) => FsCheck.Check.QuickThrowOnFailure(
        Prop.ForAll(GeneratedLabs.Any, lab => property(LabWiring.Of(lab))));
}
