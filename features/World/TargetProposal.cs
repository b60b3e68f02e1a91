using System.Net;
using System.Text.Json.Nodes;
using Harness.Certification.Checks;
using Harness.Simulator.Journaling;

namespace Harness.Features.World;

/// <summary>A feature that the target proposes, read from its CreateFeature.</summary>
/// <param name="Call">The call.</param>
/// <param name="Channel">Id of the channel.</param>
/// <param name="Vlan">VLAN id; null where it is absent.</param>
/// <param name="Ipv4">IPv4 subnet, in whichever notation; null where it cannot be read.</param>
/// <param name="Mtu">MTU in bytes; null where it is absent.</param>
/// <param name="Asns">ASNs by <c>providers/{provider}</c>.</param>
public sealed record TargetProposal(
    JournalEntry Call,
    string Channel,
    long? Vlan,
    IPNetwork? Ipv4,
    long? Mtu,
    IReadOnlyDictionary<string, long> Asns)
{
    /// <summary>Reads a call; a failed check where it carries no JSON object.</summary>
    public static TargetProposal Of(JournalEntry call)
    {
        var body = Sent.Body(call);
        var l3 = Json.Below(Json.Below(body, "featureConfig"), "l3BaseConfig");
        var asns = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var end in Json.List(l3, "providerBgpConfigs"))
            if (Json.Number(end, "asn") is { } asn)
                asns[EndOf(end)] = asn;
        return new TargetProposal(
            call, ChannelOf(body), Json.Number(l3, "vlanId"), Subnet(l3), Json.Number(l3, "mtuBytes"), asns);
    }

    /// <summary>The channel that a body proposes a feature for, by its id; empty where it names none.</summary>
    public static string ChannelOf(JsonObject body) => (Json.Text(body, "channel") ?? "").Split('/')[^1];

    /// <summary>What could be refused, and so has to be another one the next time (FEA-12).</summary>
    public string Parameters => $"VLAN {Vlan}, {Ipv4}";

    /// <summary>Fails unless the parameters that every proposal has can be read (FEA-05).</summary>
    public void CheckReadable() => Check.That(
        $"the target's proposal for {Channel}",
        Vlan is not null && Ipv4 is not null && Mtu is not null,
        "with VLAN, IPv4 subnet and MTU",
        $"VLAN {Vlan}, IPv4 subnet {Ipv4}, MTU {Mtu}");

    private static string EndOf(JsonObject end) => Json.Text(end, "provider") ?? "";

    private static IPNetwork? Subnet(JsonObject l3)
    {
        var written = (Json.Text(l3, "ipv4Subnet") ?? "").Split('/');
        var length = written.Length > 1 && int.TryParse(written[1], out var inside)
            ? inside
            : (int?)Json.Number(l3, "ipv4SubnetPrefixLength");
        return length is not null && IPNetwork.TryParse($"{written[0]}/{length}", out var subnet) ? subnet : null;
    }
}
