using System.Net.Sockets;
using Harness.Protocol.Resources;
using Harness.Reference.Features;

namespace Harness.Reference.Negotiations;

/// <summary>What the peer has refused on a channel: the next proposal has other values (FEA-12).</summary>
/// <param name="VlanId">The VLAN.</param>
/// <param name="Subnets">The subnets, of either family.</param>
public sealed record RefusedParameters(int VlanId, IReadOnlyList<IpSubnet> Subnets)
{
    /// <summary>What a proposal has asked for.</summary>
    public static RefusedParameters Of(L3BaseConfig config) => new(
        config.VlanId ?? 0,
        [
            .. Read(AddressFamily.InterNetwork, config.Ipv4Subnet, config.Ipv4SubnetPrefixLength),
            .. Read(AddressFamily.InterNetworkV6, config.Ipv6Subnet, config.Ipv6SubnetPrefixLength),
        ]);

    /// <summary>Reads lines that <see cref="ToString"/> wrote.</summary>
    public static IReadOnlyList<RefusedParameters> Parse(string lines) =>
        [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(ParseLine)];

    /// <summary>A line without an end: the VLAN, and the subnets after it.</summary>
    public override string ToString() => string.Join(' ', [$"{VlanId}", .. Subnets.Select(subnet => $"{subnet}")]);

    private static RefusedParameters ParseLine(string line)
    {
        var words = line.Split(' ');
        return new RefusedParameters(
            int.Parse(words[0]), [.. words.Skip(1).Select(word => IpSubnet.Of(System.Net.IPNetwork.Parse(word)))]);
    }

    private static IEnumerable<IpSubnet> Read(AddressFamily family, string? text, int? length)
    {
        if (IpSubnet.TryParse(family, text, length, out var subnet))
            yield return subnet;
    }
}
