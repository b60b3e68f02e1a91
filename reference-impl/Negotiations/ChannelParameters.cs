using System.Net.Sockets;
using System.Text.Json;
using Harness.Protocol.Json;
using Harness.Protocol.Resources;
using Harness.Reference.Features;

namespace Harness.Reference.Negotiations;

/// <summary>What a feature takes of a channel, or would have taken had the peer not refused it (FEA-12).</summary>
/// <param name="VlanId">The VLAN.</param>
/// <param name="Subnets">The subnets, of either family.</param>
public sealed record ChannelParameters(int VlanId, IReadOnlyList<IpSubnet> Subnets)
{
    /// <summary>What a proposal has asked for.</summary>
    public static ChannelParameters Of(L3BaseConfig config) => new(
        config.VlanId ?? 0,
        [
            .. Read(AddressFamily.InterNetwork, config.Ipv4Subnet, config.Ipv4SubnetPrefixLength),
            .. Read(AddressFamily.InterNetworkV6, config.Ipv6Subnet, config.Ipv6SubnetPrefixLength),
        ]);

    /// <summary>What a feature has.</summary>
    public static ChannelParameters Of(FeatureRow row) =>
        Of(JsonSerializer.Deserialize(row.Config, ProtocolJson.Default.FeatureConfig)?.L3BaseConfig
            ?? new L3BaseConfig());

    /// <summary>Reads lines that <see cref="ToString"/> wrote.</summary>
    public static IReadOnlyList<ChannelParameters> Parse(string lines) =>
        [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(ParseLine)];

    /// <summary>A line without an end: the VLAN, and the subnets after it.</summary>
    public override string ToString() => string.Join(' ', [$"{VlanId}", .. Subnets.Select(subnet => $"{subnet}")]);

    private static ChannelParameters ParseLine(string line)
    {
        var words = line.Split(' ');
        return new ChannelParameters(
            int.Parse(words[0]), [.. words.Skip(1).Select(word => IpSubnet.Of(System.Net.IPNetwork.Parse(word)))]);
    }

    private static IEnumerable<IpSubnet> Read(AddressFamily family, string? text, int? length)
    {
        if (IpSubnet.TryParse(family, text, length, out var subnet))
            yield return subnet;
    }
}
