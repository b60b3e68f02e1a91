using System.Net.Sockets;
using Harness.Protocol.Resources;
using Harness.Reference.Testbed;

namespace Harness.Reference.Features;

/// <summary>What a proposal says about one address family, and what the guidance says about it.</summary>
/// <param name="Family">IPv4, which every feature has, or IPv6, which it may have.</param>
/// <param name="Text">The subnet as it was written; null where there is none.</param>
/// <param name="PrefixLength">The length beside it.</param>
/// <param name="Hosts">The BGP addresses of the two ends, those that are given.</param>
/// <param name="Pools">Subnets to choose within.</param>
/// <param name="PrefixLengths">Allowed lengths, in bits.</param>
public sealed record AddressPlan(
    AddressFamily Family,
    string? Text,
    int? PrefixLength,
    IReadOnlyList<string> Hosts,
    IReadOnlyList<SubnetPool> Pools,
    IReadOnlyList<int> PrefixLengths)
{
    /// <summary>Name for messages.</summary>
    public string Word => Family == AddressFamily.InterNetwork ? "ipv4Subnet" : "ipv6Subnet";

    /// <summary>
    /// Whether there is a subnet to judge: that IPv4 has one is for FEA-05 to demand; IPv6 has one as soon as the
    /// proposal says anything about it.
    /// </summary>
    public bool Given => Family == AddressFamily.InterNetwork
        ? !string.IsNullOrEmpty(Text) && PrefixLength is not null
        : Text is not null || PrefixLength is not null || Hosts.Count > 0;

    /// <summary>The subnet; null where it cannot be read.</summary>
    public IpSubnet? Subnet =>
        IpSubnet.TryParse(Family, Text, PrefixLength, out var subnet) ? subnet : null;

    public static AddressPlan Ipv4(FeatureCase @case) => new(
        AddressFamily.InterNetwork,
        @case.Config.Ipv4Subnet,
        @case.Config.Ipv4SubnetPrefixLength,
        HostsOf(@case, end => end.HostIpv4),
        @case.Guidance.Ipv4Pools,
        @case.Guidance.Ipv4PrefixLengths);

    public static AddressPlan Ipv6(FeatureCase @case) => new(
        AddressFamily.InterNetworkV6,
        @case.Config.Ipv6Subnet,
        @case.Config.Ipv6SubnetPrefixLength,
        HostsOf(@case, end => end.HostIpv6),
        @case.Guidance.Ipv6Pools,
        @case.Guidance.Ipv6PrefixLengths);

    private static IReadOnlyList<string> HostsOf(FeatureCase @case, Func<ProviderBgpConfig, string?> host) =>
        [.. (@case.Config.ProviderBgpConfigs ?? []).Where(end => end is not null).Select(host).OfType<string>()];
}
