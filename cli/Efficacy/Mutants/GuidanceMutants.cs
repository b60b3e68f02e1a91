using System.Text.Json.Nodes;
using Harness.Cli.Efficacy.Altering;
using Harness.Cli.Local;
using Harness.Reference.Features;
using static Harness.Protocol.Operations.PublishedOperations;

namespace Harness.Cli.Efficacy.Mutants;

/// <summary>The guidance misleads (GUI-01 to GUI-04, COM-11).</summary>
internal static class GuidanceMutants
{
    public static IEnumerable<Mutant> All =>
    [
        new("channel-guided-twice", "GUI-01", "a channel is guided twice",
            Alter.Rules(GuidanceRules.GuidedChannels with { Decide = channels => [.. channels, channels[0]] })),
        new("admin-state-not-the-channels", "GUI-01", "the guidance says that an enabled channel is disabled",
            Each(guidance => guidance["channelAdminState"] = "ADMIN_STATE_DISABLED")),
        new("four-channels-guided", "COM-11", "only four channels of an interconnect are guided",
            Alter.Rules(GuidanceRules.GuidedChannels with { Decide = channels => [.. channels.Take(4)] })),
        new("vlans-from-1", "GUI-02", "VLANs from 1 on are guided", L3(guided =>
            guided["vlanRanges"] = new JsonArray(Range(1, 2999)))),
        new("vlans-to-4095", "GUI-02", "VLANs up to 4095 are guided", L3(guided =>
            guided["vlanRanges"] = new JsonArray(Range(1025, 4095)))),
        new("ranges-overlap", "GUI-02", "ranges of VLANs overlap", L3(guided =>
            guided["vlanRanges"] = new JsonArray(Range(1025, 3000), Range(3000, 4094)))),
        new("range-runs-down", "GUI-02", "a range of MTUs runs downwards", L3(guided =>
            guided["mtuRanges"] = new JsonArray(Range(9001, 1500)))),
        new("asn-ranges-overlap", "GUI-02", "ranges of ASNs overlap", L3(guided =>
            guided["asnRanges"] = new JsonArray(Range(64512, 65534), Range(65000, 65001)))),
        new("preferred-outside", "GUI-03", "a preferred subnet lies outside the guided one", Ipv4(pool =>
            pool["preferredSubnet"] = "198.51.100.0/30")),
        new("preferred-excluded", "GUI-03", "a preferred subnet is excluded", Ipv4(pool =>
            pool["preferredSubnet"] = "169.254.169.4/30")),
        new("preferred-of-another-length", "GUI-03", "a preferred subnet has a length that is not allowed", Ipv4(pool =>
            pool["preferredSubnet"] = "169.254.8.0/28")),
        new("preferred-with-host-bits", "GUI-03", "a preferred subnet has host bits", Ipv4(pool =>
            pool["preferredSubnet"] = "169.254.8.1/30")),
        new("guided-subnets-overlap", "GUI-03", "guided subnets overlap", L3(guided =>
        {
            var pools = guided["ipv4SubnetGuidance"]!.AsArray();
            pools.Add(new JsonObject { ["includeSubnet"] = "169.254.128.0/17" });
        })),
        new("subnet-malformed", "GUI-03", "a guided subnet is no subnet", Ipv4(pool =>
            pool["includeSubnet"] = "169.254.0.0")),
        new("preferred-is-not-accepted", "GUI-04", "the preferred IPv4 subnet is refused",
            Alter.With<Memory>(memory => Alter.All(
                Ipv4(pool => memory.Keep($"{pool["preferredSubnet"]}".Split('/')[0])),
                Wire.Calls(CreateFeature, call =>
                    memory.Knows($"{call.Json()["featureConfig"]?["l3BaseConfig"]?["ipv4Subnet"]}")
                        ? Task.FromResult(Reply.Of(409))
                        : call.ProceedAsync())))),
    ];

    private static JsonObject Range(int start, int stop) => new() { ["start"] = start, ["stop"] = stop };

    private static Alteration Each(Action<JsonObject> edit) => Wire.Answers(GenerateFeatureGuidance, json =>
    {
        foreach (var guidance in json.Select(field => field.Value).OfType<JsonArray>().SelectMany(list => list))
            edit(guidance!.AsObject());
    });

    private static Alteration L3(Action<JsonObject> edit) =>
        Each(guidance => edit(guidance["l3BaseGuidance"]!.AsObject()));

    private static Alteration Ipv4(Action<JsonObject> edit) =>
        L3(guided => edit(guided["ipv4SubnetGuidance"]![0]!.AsObject()));
}
