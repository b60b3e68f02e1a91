using System.Net;
using System.Text.Json.Nodes;

namespace Harness.Features.World;

/// <summary>
/// A feature's configuration as text that is the same for the same meaning: the order of fields, the notation
/// of subnets, and the spelling of addresses do not count, for the protocol fixes none of them.
/// </summary>
public static class FeatureText
{
    /// <summary>All fields that were negotiated but the password, which is a secret (SEC-05).</summary>
    public static string Of(JsonObject config)
    {
        var l3 = Json.Below(config, "l3BaseConfig");
        var ends = Json.List(l3, "providerBgpConfigs")
            .OrderBy(end => Json.Text(end, "provider"), StringComparer.Ordinal)
            .Select(end =>
                $"{Json.Text(end, "provider")} asn {Json.Number(end, "asn")} {Address(end, "hostIpv4")}"
                + $" {Address(end, "hostIpv6")}");
        // An absent word is the first of its enum, as encoders that leave out defaults write it.
        var type = Json.Text(config, "featureType") ?? "FEATURE_TYPE_L3_BASE";
        return $"{type} vlan {Json.Number(l3, "vlanId")} mtu {Json.Number(l3, "mtuBytes")}"
            + $" {Subnet(l3, "ipv4Subnet")} {Subnet(l3, "ipv6Subnet")} {string.Join(", ", ends)}";
    }

    private static string Address(JsonObject from, string field) =>
        IPAddress.TryParse(Json.Text(from, field), out var address) ? $"{address}" : "-";

    private static string Subnet(JsonObject l3, string field)
    {
        if (Json.Text(l3, field) is not { Length: > 0 } written)
            return "-";
        var parts = written.Split('/');
        var address = IPAddress.TryParse(parts[0], out var read) ? $"{read}" : parts[0];
        var length = parts.Length > 1 ? parts[1] : $"{Json.Number(l3, field + "PrefixLength")}";
        return $"{address}/{length}";
    }
}
