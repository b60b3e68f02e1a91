using System.Net;
using Harness.Features.World;
using Harness.Protocol.Names;
using Harness.Protocol.Resources;

namespace Harness.Features.Living;

/// <summary>Chooses what the partner proposes for a channel, inside both guidances (FEA-11).</summary>
internal static class FeaturePlan
{
    // Beside what the guidance leaves open: the partner's own, as a private ASN.
    private const long PartnerAsn = 64_600;

    /// <summary>A feature, by the target's names; null where nothing is free that both guidances allow.</summary>
    /// <param name="ground">The partner.</param>
    /// <param name="connection">The connection, by the partner's name.</param>
    /// <param name="guidance">The target's guidance of the channel.</param>
    /// <param name="refused">VLAN ids that the target has refused there.</param>
    /// <param name="open">What is proposed on other channels.</param>
    public static Feature? Choose(
        Ground ground,
        ConnectionName connection,
        FeatureGuidance guidance,
        IReadOnlySet<int> refused,
        IEnumerable<Feature> open)
    {
        var theirs = Maker(ground, guidance);
        var ours = Maker(ground, guidance with { L3BaseGuidance = ground.GuidanceOf(connection) });
        var channel = ground.Own(ResourceName.Parse<ChannelName>(guidance.Channel));
        var present = On(ground, channel).ToList();
        // While a connection moves, a device may have features of both sides in one routing table of the customer.
        var apart = ground.Placements(connection.Id).SelectMany(ground.State.Features.Children).Concat(open)
            .Select(it => it.FeatureConfig?.L3BaseConfig)
            .OfType<L3BaseConfig>()
            .Concat(present)
            .ToList();
        var vlan = theirs.Vlans.Intersect(ours.Vlans)
            .Except(present.Select(it => it.VlanId ?? 0))
            .Except(refused)
            .Cast<int?>()
            .FirstOrDefault();
        var ipv4 = Free(theirs.Ipv4, ours.Ipv4, apart.Select(Ipv4));
        var mtu = Math.Min(theirs.HighestMtu, ours.HighestMtu);
        return vlan is null || ipv4 is null || mtu < Math.Max(theirs.LowestMtu, ours.LowestMtu)
            ? null
            : theirs.Of(vlan.Value, ipv4.Value, Free(theirs.Ipv6, ours.Ipv6, apart.Select(Ipv6)), mtu);
    }

    // Null where nothing is free, or where one of the two guides to no subnet of the family.
    private static IPNetwork? Free(GuidedSubnets theirs, GuidedSubnets ours, IEnumerable<IPNetwork?> present)
    {
        var taken = present.OfType<IPNetwork>().ToList();
        return ours.Pools.Count == 0
            ? null
            : theirs.Pools.Select(pool => pool.Preferred).OfType<IPNetwork>()
                .Concat(theirs.AllFree(taken))
                .Where(it => Allows(ours, it) && !taken.Any(other => Subnets.Overlap(other, it)))
                .Cast<IPNetwork?>()
                .FirstOrDefault();
    }

    private static bool Allows(GuidedSubnets guidance, IPNetwork subnet) =>
        guidance.Lengths.Contains(subnet.PrefixLength)
        && guidance.Pools.Any(pool => Subnets.Contains(pool.Include, subnet)
            && !pool.Exclude.Any(excluded => Subnets.Overlap(excluded, subnet)));

    private static ProposalMaker Maker(Ground ground, FeatureGuidance guidance) =>
        new($"{ground.Other}", $"{ground.Self}", PartnerAsn, guidance);

    private static IEnumerable<L3BaseConfig> On(Ground ground, ChannelName channel) =>
        from connection in ground.State.Connections.Children(channel.Interconnect)
        from feature in ground.State.Features.Children(ResourceName.Parse<ConnectionName>(connection.Name))
        where feature.Channel == $"{channel}"
        let config = feature.FeatureConfig?.L3BaseConfig
        where config is not null
        select config;

    private static IPNetwork? Ipv4(L3BaseConfig config) => Subnet(config.Ipv4Subnet, config.Ipv4SubnetPrefixLength);

    private static IPNetwork? Ipv6(L3BaseConfig config) => Subnet(config.Ipv6Subnet, config.Ipv6SubnetPrefixLength);

    private static IPNetwork? Subnet(string? address, int? length) =>
        IPNetwork.TryParse($"{address}/{length}", out var subnet) ? subnet : null;
}
