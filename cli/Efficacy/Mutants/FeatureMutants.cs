using System.Net.Sockets;
using System.Text.Json.Nodes;
using Harness.Cli.Efficacy.Altering;
using Harness.Cli.Local;
using Harness.Protocol.Names;
using Harness.Reference.Features;
using Harness.Reference.Rules;
using static Harness.Protocol.Operations.PublishedOperations;

namespace Harness.Cli.Efficacy.Mutants;

/// <summary>
/// Proposals of features are taken that should not be, or otherwise than proposed (FEA-01 to FEA-10).
/// </summary>
internal static class FeatureMutants
{
    public static IEnumerable<Mutant> All => [.. Guided, .. WellFormed, .. Reserved];

    private static IEnumerable<Mutant> Guided =>
    [
        new("mtu-normalised", "FEA-01", "an accepted feature is answered with another MTU",
            Wire.Answers(CreateFeature, json => L3(json)["mtuBytes"] = 1500)),
        new("mtu-normalised-when-read", "FEA-01", "a feature is read with another MTU than accepted",
            Wire.Resources([GetFeature, ListFeatures], json => L3(json)["mtuBytes"] = 1501)),
        new("ipv6-dropped", "FEA-01", "the IPv6 subnet of an accepted feature is lost",
            Wire.Resources([CreateFeature, GetFeature], json => L3(json).Remove("ipv6Subnet"))),
        new("ipv6-demanded", "FEA-01", "a feature without IPv6 is refused",
            Wire.Calls(CreateFeature, call => call.Json()["featureConfig"] is JsonObject
                && L3(call.Json())["ipv6Subnet"] is null ? Task.FromResult(Reply.Of(400)) : call.ProceedAsync())),
        new("feature-not-listed", "FEA-01", "an accepted feature is not listed",
            Wire.Answers(ListFeatures, json => json["features"]?.AsArray().Clear())),
        new("accepted-is-201", "FEA-01", "an accepted feature is answered 201", Wire.Status(CreateFeature, 200, 201)),
        new("mtu-one-too-large", "FEA-02", "an MTU one above the guidance is accepted", Accept(
            FeatureRules.MtuInGuidance, @case => @case.Config.MtuBytes == @case.Guidance.MtuRanges[^1].Stop + 1)),
        new("mtu-one-too-small", "FEA-02", "an MTU one below the guidance is accepted", Accept(
            FeatureRules.MtuInGuidance, @case => @case.Config.MtuBytes == @case.Guidance.MtuRanges[0].Start - 1)),
        new("vlan-within-the-outer-bounds", "FEA-02", "a VLAN in a gap of the guidance is accepted", Accept(
            FeatureRules.VlanInGuidance, @case => @case.Config.VlanId is > 1024 and < 4095)),
        new("subnet-that-touches-is-inside", "FEA-02", "a subnet just below the guided one is accepted", Accept(
            AddressRules.SubnetIncluded,
            plan => plan.Subnet is { } subnet
                && plan.Pools.Any(pool => subnet.Last + 1 == IpSubnet.Of(pool.Include).First))),
        new("ipv6-outside-accepted", "FEA-02", "an IPv6 subnet outside the guidance is accepted",
            Accept(AddressRules.SubnetIncluded, IsIpv6)),
        new("ipv6-exclusions-ignored", "FEA-02", "an excluded IPv6 subnet is accepted",
            Accept(AddressRules.SubnetNotExcluded, IsIpv6)),
        new("exclusions-by-equality", "FEA-02", "only a subnet that is excluded as a whole is refused", Accept(
            AddressRules.SubnetNotExcluded,
            plan => plan.Pools.SelectMany(pool => pool.Exclude).All(part => IpSubnet.Of(part) != plan.Subnet))),
        new("shorter-prefix-accepted", "FEA-02", "a prefix shorter than allowed is accepted", Accept(
            AddressRules.PrefixLengthAllowed, plan => plan.Subnet?.PrefixLength < plan.PrefixLengths.Min())),
        new("longer-prefix-accepted", "FEA-02", "a prefix longer than allowed is accepted", Accept(
            AddressRules.PrefixLengthAllowed, plan => plan.Subnet?.PrefixLength > plan.PrefixLengths.Max())),
        new("ipv6-prefix-not-checked", "FEA-02", "any length of an IPv6 prefix is accepted",
            Accept(AddressRules.PrefixLengthAllowed, IsIpv6)),
    ];

    private static IEnumerable<Mutant> WellFormed =>
    [
        new("vlan-1024-accepted", "FEA-03", "VLAN 1024 is accepted",
            Accept(FeatureRules.VlanUsable, @case => @case.Config.VlanId == 1024)),
        new("vlan-4095-accepted", "FEA-03", "VLAN 4095 is accepted",
            Accept(FeatureRules.VlanUsable, @case => @case.Config.VlanId == 4095)),
        new("vlan-0-is-untagged", "FEA-03", "VLAN 0 is taken for untagged",
            Accept(FeatureRules.VlanUsable, @case => @case.Config.VlanId == 0)),
        new("vlan-1025-refused", "FEA-03", "the first VLAN that may be used is refused", Refuse(
            FeatureRules.VlanUsable, @case => @case.Config.VlanId == 1025)),
        new("vlan-4094-refused", "FEA-03", "the last VLAN that may be used is refused", Refuse(
            FeatureRules.VlanUsable, @case => @case.Config.VlanId == 4094)),
        new("ipv6-hosts-not-checked", "FEA-04", "BGP hosts outside the IPv6 subnet are accepted",
            Accept(AddressRules.HostsInside, IsIpv6)),
        new("ipv6-host-bits-accepted", "FEA-04", "host bits in an IPv6 subnet are accepted", Accept(
            AddressRules.SubnetMasked, plan => IsIpv6(plan) && plan.Subnet is not null)),
        new("only-the-first-host-checked", "FEA-04", "of the two BGP hosts only the first has to be inside",
            Accept(AddressRules.HostsInside, plan => plan.Subnet is { } subnet && plan.Hosts.Count > 0
                && IpSubnet.TryParseAddress(plan.Family, plan.Hosts[0], out var host) && subnet.Contains(host))),
        new("only-the-last-host-checked", "FEA-04", "of the two BGP hosts only the last has to be inside",
            Accept(AddressRules.HostsInside, plan => plan.Subnet is { } subnet && plan.Hosts.Count > 0
                && IpSubnet.TryParseAddress(plan.Family, plan.Hosts[^1], out var host) && subnet.Contains(host))),
        new("host-next-to-the-subnet-accepted", "FEA-04", "a BGP host right behind its subnet is accepted",
            Accept(AddressRules.HostsInside, plan => plan.Subnet is { } subnet && plan.Hosts.Any(text =>
                IpSubnet.TryParseAddress(plan.Family, text, out var host) && host == subnet.Last + 1))),
        new("hosts-compared-as-text", "FEA-04", "one BGP host in two spellings is taken for two", Accept(
            AddressRules.HostsDiffer, plan => plan.Hosts.Distinct(StringComparer.Ordinal).Count() == plan.Hosts.Count)),
    ];

    private static IEnumerable<Mutant> Reserved =>
    [
        new("channel-of-another-interconnect", "FEA-06", "a channel of another interconnect is accepted", Accept(
            FeatureRules.ChannelOfInterconnect,
            @case => ResourceName.TryParse<ChannelName>(@case.Body.Channel, out var channel)
                && channel.Interconnect.Environment == @case.Interconnect.Environment
                && channel.Interconnect != @case.Interconnect)),
        new("vlan-unique-on-the-interconnect", "FEA-07", "the VLAN of one channel is taken on all",
            Alter.Sql("WHERE channel = @channel AND vlan_id = @vlanId", "WHERE vlan_id = @vlanId")),
        new("taken-is-400", "FEA-07", "a VLAN that is taken is answered 400", Wire.Status(CreateFeature, 409, 400)),
        new("overlap-only-when-equal", "FEA-07", "an IPv4 subnet that overlaps a taken one, and differs, is accepted",
            Alter.All(
                Alter.Sql("channel = @channel AND ipv4_start <= @end", "channel = @channel AND ipv4_start = @start"),
                Alter.Sql("neighbour.ipv4_end >= @start)", "neighbour.ipv4_end = @end)"))),
        new("id-in-use-is-an-update", "FEA-08", "a feature under an id in use is answered as if it were accepted",
            Alter.With<Memory>(memory => Wire.Calls(CreateFeature, async call =>
            {
                var name = $"{call.Path}/{call.Query("featureId")}";
                var reply = await call.ProceedAsync();
                if (reply.IsSuccess)
                    memory.Keep(name, reply.Json().ToJsonString());
                return reply.Status == 409 && memory.Of(name) is { } before
                    ? Reply.Of(200, JsonNode.Parse(before))
                    : reply;
            }))),
        new("refused-vlan-stays-taken", "FEA-10", "the VLAN of a refused proposal stays reserved",
            KeepRefused("vlanId")),
        new("refused-subnet-stays-taken", "FEA-10", "the IPv4 subnet of a refused proposal stays reserved",
            KeepRefused("ipv4Subnet")),
    ];

    private static JsonObject L3(JsonObject feature) =>
        feature["featureConfig"]?["l3BaseConfig"] as JsonObject ?? [];

    private static bool IsIpv6(AddressPlan plan) => plan.Family == AddressFamily.InterNetworkV6;

    private static Alteration Accept<TCase>(RefusalRule<TCase> rule, Func<TCase, bool> also) =>
        Alter.Rules(rule with { Decide = @case => also(@case) ? null : rule.Decide(@case) });

    private static Alteration Refuse(RefusalRule<FeatureCase> rule, Func<FeatureCase, bool> also) =>
        Alter.Rules(rule with { Decide = @case => also(@case) ? FeatureRules.Form[0].Decide(Empty(@case)) : null });

    // A proposal without anything, which the first rule has a refusal for.
    private static FeatureCase Empty(FeatureCase @case) => @case with { Body = new Protocol.Resources.Feature() };

    private static Alteration KeepRefused(string field) =>
        Alter.With<Memory>(memory => Wire.Calls(CreateFeature, async call =>
        {
            var json = call.Json();
            var wanted = $"{json["channel"]} {L3(json)[field]}";
            if (memory.Knows(wanted))
                return Reply.Of(409);
            var reply = await call.ProceedAsync();
            if (!reply.IsSuccess)
                memory.Keep(wanted);
            return reply;
        }));
}
