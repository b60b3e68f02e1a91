using System.Net;
using Harness.Protocol.Resources;
using Harness.Reference.Features;
using Harness.Reference.Negotiations;
using Harness.Reference.Testbed;
using NUnit.Framework;

namespace Harness.Tests.Reference.Negotiations;

[TestFixture]
public sealed class ProposalRulesTests
{
    private static readonly IpSubnet Include = Subnet("169.254.8.0/24");

    [Test]
    public void A_vlan_is_usable_for_both_and_neither_taken_nor_refused()
    {
        VlanCase Case(params int[] taken) =>
            new([new NumberRange(1000, 1030)], [new NumberRange(1020, 1027)], new HashSet<int>(taken), 123_456);

        Assert.That(ProposalRules.Vlan.Decide(Case()), Is.InRange(1025, 1027));
        Assert.That(ProposalRules.Vlan.Decide(Case(1025, 1027)), Is.EqualTo(1026));
        Assert.That(ProposalRules.Vlan.Decide(Case(1025, 1026, 1027)), Is.Null);
    }

    [Test]
    public void The_highest_mtu_is_the_highest_that_both_support()
    {
        NumberRange[] own = [new NumberRange(1500, 9001)];

        int? Highest(params NumberRange[] peer) => ProposalRules.Mtu.Decide(new MtuCase(own, peer));

        Assert.That(Highest(new NumberRange(1500, 1500), new NumberRange(8000, 8500)), Is.EqualTo(8500));
        Assert.That(Highest(new NumberRange(0, long.MaxValue)), Is.EqualTo(9001));
        Assert.That(Highest(new NumberRange(9100, 9200)), Is.Null);
    }

    [Test]
    public void The_asns_differ_and_ours_lies_in_the_guidance_where_it_can()
    {
        Assert.That(Asns(64512, new NumberRange(64512, 65534)), Is.EqualTo((64512, 64513)));
        Assert.That(
            Asns(64512, new NumberRange(65000, 65000), new NumberRange(65001, 65001)), Is.EqualTo((65000, 65001)));
        Assert.That(Asns(64512, new NumberRange(4_200_000_000, 4_200_000_001)), Is.EqualTo((64512, 4_200_000_000)));
        Assert.That(Asns(64512, new NumberRange(64512, 64512)), Is.Null);
    }

    [Test]
    public void A_subnet_lies_in_both_pools_outside_what_either_excludes_at_a_length_that_both_allow()
    {
        var scope = ProposalRules.Subnets.Decide(new SubnetCase(
            [new SubnetPool(IPNetwork.Parse("169.254.0.0/16"), [IPNetwork.Parse("169.254.8.0/30")])],
            [29, 30],
            [new PeerPool(Include, [Subnet("169.254.8.8/30")], Subnet("169.254.8.16/30"))],
            [30, 31],
            [Subnet("169.254.8.12/30")],
            [Subnet("169.254.8.20/30")]));

        Assert.That(scope.Lengths, Is.EqualTo((int[])[30]));
        Assert.That($"{scope.Pools.Single().Include}", Is.EqualTo("169.254.8.0/24"));
        Assert.That(
            scope.Pools.Single().Exclude.Select(part => $"{part}"),
            Is.EquivalentTo((string[])["169.254.8.0/30", "169.254.8.8/30", "169.254.8.12/30", "169.254.8.20/30"]));
        Assert.That(scope.Preferred, Is.EqualTo((IpSubnet[])[Subnet("169.254.8.16/30")]));
    }

    [TestCase("10.0.0.0/30", "no pool of ours")]
    [TestCase("169.254.8.0/29", "no length of both")]
    [TestCase("169.254.8.4/30", "refused")]
    [TestCase("169.254.8.24/30", "a subnet of another feature of the connection")]
    public void A_suggestion_that_cannot_be_kept_is_not_followed(string suggestion, string why)
    {
        var scope = ProposalRules.Subnets.Decide(new SubnetCase(
            [new SubnetPool(IPNetwork.Parse("169.254.0.0/16"), [])],
            [30],
            [new PeerPool(Include, [], Subnet(suggestion))],
            null,
            [Subnet("169.254.8.4/30")],
            [Subnet("169.254.8.24/29")]));

        Assert.That(scope.Preferred, Is.Empty, why);
    }

    [Test]
    public void Without_subnets_in_the_guidance_our_own_pools_are_taken()
    {
        var scope = ProposalRules.Subnets.Decide(new SubnetCase(
            [new SubnetPool(IPNetwork.Parse("169.254.0.0/16"), [])], [30], [], null, [], []));

        Assert.That($"{scope.Pools.Single().Include}", Is.EqualTo("169.254.0.0/16"));
    }

    [Test]
    public void Refused_parameters_are_read_as_they_were_written()
    {
        var refused = ChannelParameters.Of(new L3BaseConfig("169.254.8.4", 30, "fd20:c0:0:1::", 126, VlanId: 1100));

        var read = ChannelParameters.Parse($"{refused}\n").Single();

        Assert.That(read.VlanId, Is.EqualTo(1100));
        Assert.That(
            read.Subnets.Select(subnet => $"{subnet}"),
            Is.EqualTo((string[])["169.254.8.4/30", "fd20:c0:0:1::/126"]));
    }

    private static (long Own, long Peer)? Asns(long own, params NumberRange[] peer) =>
        ProposalRules.Asns.Decide(new AsnCase(own, [new(64512, 65534)], peer));

    private static IpSubnet Subnet(string text) => IpSubnet.Of(IPNetwork.Parse(text));
}
