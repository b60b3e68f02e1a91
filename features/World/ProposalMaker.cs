using System.Net;
using Harness.Protocol.Resources;

namespace Harness.Features.World;

/// <summary>
/// Makes proposals for one channel out of its guidance, as a well behaved negotiator would (FEA-11). Whether
/// ASN ranges bind the proposer too, the source leaves open: where they have room for both, both keep to them.
/// </summary>
/// <param name="target">The target's <c>providers/{provider}</c>.</param>
/// <param name="partner">The partner's <c>providers/{provider}</c>.</param>
/// <param name="partnerAsn">The partner's ASN where guidance leaves no room for two.</param>
/// <param name="guidance">The channel's guidance.</param>
public sealed class ProposalMaker(string target, string partner, long partnerAsn, FeatureGuidance guidance)
{
    private readonly L3BaseGuidance l3 = guidance.L3BaseGuidance ?? new L3BaseGuidance();

    public string Channel => guidance.Channel ?? "";

    public GuidedSubnets Ipv4 { get; } = GuidedSubnets.Ipv4(guidance.L3BaseGuidance);

    public GuidedSubnets Ipv6 { get; } = GuidedSubnets.Ipv6(guidance.L3BaseGuidance);

    /// <summary>Every VLAN id that guidance allows; where it restricts none, all that the protocol allows.</summary>
    public IEnumerable<int> Vlans => l3.VlanRanges is { Count: > 0 } ranges
        ? ranges.SelectMany(range => Between(range.Start ?? 1025, range.Stop ?? 4094))
        : Between(1025, 4094);

    /// <summary>Lowest allowed MTU in bytes.</summary>
    public int LowestMtu => l3.MtuRanges is { Count: > 0 } ranges ? ranges.Min(range => range.Start ?? 1500) : 1500;

    /// <summary>Highest allowed MTU in bytes, which is what a negotiator proposes (FEA-13).</summary>
    public int HighestMtu => l3.MtuRanges is { Count: > 0 } ranges ? ranges.Max(range => range.Stop ?? 1500) : 1500;

    /// <summary>The ASN that the target is to use.</summary>
    public long TargetAsn => l3.AsnRanges is { Count: > 0 } ranges ? ranges[0].Start ?? 64512 : 64512;

    /// <summary>The ASN that the partner uses: another one of the guided ranges where there is one.</summary>
    public long PartnerAsn => l3.AsnRanges is { Count: > 0 } ranges
        && ranges.SelectMany(range => new[] { range.Start, range.Start + 1, range.Stop })
            .FirstOrDefault(asn => asn is not null && asn != TargetAsn && Guided(asn.Value)) is { } guided
        ? guided
        : partnerAsn;

    /// <summary>A proposal of the preferred values with <paramref name="vlan"/>, and IPv6 where guided.</summary>
    /// <param name="vlan">VLAN id.</param>
    /// <param name="taken">Subnets that others hold on the channel.</param>
    public Feature Preferred(int vlan, IReadOnlyCollection<IPNetwork> taken) =>
        Of(vlan, Ipv4.Preferred(taken) ?? IPNetwork.Parse("169.254.0.0/30"), Ipv6.Preferred(taken), HighestMtu);

    /// <summary>A proposal of the given values.</summary>
    public Feature Of(int vlan, IPNetwork ipv4, IPNetwork? ipv6, int mtu) => new(
        Channel: Channel,
        FeatureConfig: new FeatureConfig(
            FeatureType.L3Base,
            new L3BaseConfig(
                Ipv4Subnet: ipv4.BaseAddress.ToString(),
                Ipv4SubnetPrefixLength: ipv4.PrefixLength,
                Ipv6Subnet: ipv6?.BaseAddress.ToString(),
                Ipv6SubnetPrefixLength: ipv6?.PrefixLength,
                MtuBytes: mtu,
                VlanId: vlan,
                ProviderBgpConfigs:
                [
                    End(target, TargetAsn, ipv4, ipv6, position: 0),
                    End(partner, PartnerAsn, ipv4, ipv6, position: 1),
                ])));

    /// <summary>Whether the ASN lies in a guided range.</summary>
    public bool Guided(long asn) =>
        l3.AsnRanges is not { Count: > 0 } ranges || ranges.Any(range => range.Start <= asn && asn <= range.Stop);

    private static ProviderBgpConfig End(string provider, long asn, IPNetwork ipv4, IPNetwork? ipv6, int position) =>
        new(provider, asn, Host(ipv4, position), ipv6 is { } subnet ? Host(subnet, position) : null);

    /// <summary>A link of two addresses uses both; a larger one leaves out its network address.</summary>
    public static string Host(IPNetwork subnet, int position)
    {
        var pair = Subnets.Bits(subnet.BaseAddress.AddressFamily) - subnet.PrefixLength <= 1;
        return Subnets.Host(subnet, pair ? position : position + 1).ToString();
    }

    private static IEnumerable<int> Between(int start, int stop) =>
        start > stop ? [] : Enumerable.Range(start, stop - start + 1);
}
