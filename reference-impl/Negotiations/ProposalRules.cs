using System.Net;
using Harness.Reference.Features;
using Harness.Reference.Rules;
using Harness.Reference.Testbed;

namespace Harness.Reference.Negotiations;

/// <summary>
/// The parameters that a negotiator proposes: inside the channel's guidance and inside what we support ourselves
/// (FEA-11).
/// </summary>
public static class ProposalRules
{
    private const int FirstVlan = 1025;
    private const int LastVlan = 4094;
    private const long LastAsn = 4_294_967_295;

    /// <summary>A free VLAN in both providers' ranges; null where there is none.</summary>
    public static readonly Rule<VlanCase, int?> Vlan = new("FEA-11", "vlan", @case =>
    {
        var usable = Enumerable.Range(FirstVlan, LastVlan - FirstVlan + 1)
            .Where(vlan => @case.Own.Any(range => range.Contains(vlan)))
            .Where(vlan => @case.Peer.Any(range => range.Contains(vlan)))
            .Where(vlan => !@case.Taken.Contains(vlan))
            .ToArray();
        return usable is [] ? null : usable[(int)(@case.Seed % (UInt128)usable.Length)];
    });

    /// <summary>The highest MTU that both providers support; null where there is none.</summary>
    public static readonly Rule<MtuCase, int?> Mtu = new("FEA-13", "highest-mtu", @case =>
    {
        var common = Common(@case.Own, @case.Peer).Select(range => range.Stop).ToArray();
        return common is [] ? null : (int)Math.Min(common.Max(), int.MaxValue);
    });

    /// <summary>
    /// Our ASN and the peer's, which differ. Whether the peer's ranges restrict ours as well is open: it is chosen
    /// in them where we can.
    /// </summary>
    public static readonly Rule<AsnCase, (long Own, long Peer)?> Asns = new("FEA-11", "asns", @case =>
    {
        long own = @case.Peer.Any(range => range.Contains(@case.OwnAsn))
            ? @case.OwnAsn
            : Common(@case.Own, @case.Peer).Select(range => range.Start).DefaultIfEmpty(@case.OwnAsn).First();
        var usable = new NumberRange(1, LastAsn);
        foreach (var range in Common(@case.Peer, [usable]))
            if (range.Start != own)
                return (own, range.Start);
            else if (range.Stop > own)
                return (own, own + 1);
        return null;
    });

    /// <summary>Where subnets may lie: in both providers' pools, outside what either excludes.</summary>
    public static readonly Rule<SubnetCase, SubnetScope> Subnets = new("FEA-11", "subnets", @case =>
    {
        var lengths = @case.OwnLengths
            .Where(length => @case.PeerLengths is null or [] || @case.PeerLengths.Contains(length))
            .ToArray();
        var apart = @case.Refused.Concat(@case.InUse).ToArray();
        var pools = (
            from own in @case.Own
            from peer in @case.Peer is [] ? [new PeerPool(IpSubnet.Of(own.Include), [], null)] : @case.Peer
            let common = peer.Include?.Common(IpSubnet.Of(own.Include))
            where common is not null
            select new SubnetPool(
                Network(common.Value), [.. own.Exclude, .. peer.Exclude.Concat(apart).Select(Network)]))
            .ToArray();
        return new SubnetScope(
            lengths,
            pools,
            [
                .. @case.Peer.Select(peer => peer.Preferred).OfType<IpSubnet>().Where(preferred =>
                    lengths.Contains(preferred.PrefixLength) && pools.Any(pool => Holds(pool, preferred))),
            ]);
    });

    public static IEnumerable<Rule> All => [Vlan, Mtu, Asns, Subnets];

    private static IEnumerable<NumberRange> Common(
        IReadOnlyList<NumberRange> some, IReadOnlyList<NumberRange> others) =>
        from one in some
        from other in others
        where one.Overlaps(other)
        select new NumberRange(Math.Max(one.Start, other.Start), Math.Min(one.Stop, other.Stop));

    private static bool Holds(SubnetPool pool, IpSubnet subnet) =>
        IpSubnet.Of(pool.Include).Contains(subnet)
        && !pool.Exclude.Any(part => IpSubnet.Of(part).Overlaps(subnet));

    private static IPNetwork Network(IpSubnet subnet) => IPNetwork.Parse($"{subnet}");
}
