using System.Net;

namespace Harness.Reference.Testbed;

/// <summary>What proposals on an interconnect have to keep to, and what the server prefers.</summary>
/// <param name="OwnAsn">The server's own ASN, one of <paramref name="AsnRanges"/>.</param>
/// <param name="AsnRanges">ASNs that the server can use; 1..4294967295 (GUI-02).</param>
/// <param name="Ipv4Pools">IPv4 subnets to choose within (GUI-03).</param>
/// <param name="Ipv4PrefixLengths">Allowed IPv4 prefix lengths, in bits.</param>
/// <param name="Ipv6Pools">IPv6 subnets to choose within; empty where IPv6 is not offered.</param>
/// <param name="Ipv6PrefixLengths">Allowed IPv6 prefix lengths, in bits.</param>
/// <param name="VlanRanges">VLAN ids; within 1025..4094 (GUI-02).</param>
/// <param name="MtuRanges">MTUs, in bytes.</param>
/// <param name="MaxReceivedBgpRoutePrefixes">Routes that the server accepts.</param>
public sealed record TestbedGuidance(
    long OwnAsn,
    IReadOnlyList<NumberRange> AsnRanges,
    IReadOnlyList<SubnetPool> Ipv4Pools,
    IReadOnlyList<int> Ipv4PrefixLengths,
    IReadOnlyList<SubnetPool> Ipv6Pools,
    IReadOnlyList<int> Ipv6PrefixLengths,
    IReadOnlyList<NumberRange> VlanRanges,
    IReadOnlyList<NumberRange> MtuRanges,
    int MaxReceivedBgpRoutePrefixes)
{
    /// <summary>What holds where a testbed says nothing else.</summary>
    public static TestbedGuidance Default { get; } = new(
        OwnAsn: 64512,
        AsnRanges: [new NumberRange(64512, 65534)],
        Ipv4Pools: [new SubnetPool(
            IPNetwork.Parse("169.254.0.0/16"),
            [IPNetwork.Parse("169.254.0.0/24"), IPNetwork.Parse("169.254.169.0/24")])],
        Ipv4PrefixLengths: [29, 30],
        Ipv6Pools: [new SubnetPool(IPNetwork.Parse("fd20:c0::/48"), [IPNetwork.Parse("fd20:c0::/64")])],
        Ipv6PrefixLengths: [64, 126],
        VlanRanges: [new NumberRange(1025, 2999), new NumberRange(3100, 4094)],
        MtuRanges: [new NumberRange(1500, 9001)],
        MaxReceivedBgpRoutePrefixes: 1000);
}
