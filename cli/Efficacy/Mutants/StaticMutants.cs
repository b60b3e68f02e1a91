using System.Text.Json.Nodes;
using Harness.Cli.Efficacy.Altering;
using Harness.Protocol.Operations;
using Harness.Reference.Testbed;
using static Harness.Protocol.Operations.PublishedOperations;

namespace Harness.Cli.Efficacy.Mutants;

/// <summary>Static resources do not say what was agreed, or contradict each other.</summary>
internal static class StaticMutants
{
    private static readonly Operation[] Channels = [GetChannel, ListChannels];
    private static readonly Operation[] Interconnects = [GetInterconnect, ListInterconnects];
    private static readonly Operation[] Environments = [GetEnvironment, ListEnvironments];

    // The pending interconnect shares three devices of the first; the fourth ones meet on a further interconnect.
    private static readonly (string One, string Other)[] Shared =
    [
        ("-ix-pending-1", "-ix1-1"), ("-ix-pending-2", "-ix1-2"), ("-ix-pending-3", "-ix1-3"),
        ("-ix-keys-2-1", "-ix1-4"), ("-ix-keys-2-2", "-ix-pending-4"),
    ];

    public static IEnumerable<Mutant> All =>
    [
        new("display-name-missing", "PRV-01", "a provider has no name to display",
            Wire.Resources([GetProvider], json => json.Remove("displayName"))),
        new("provider-named-by-its-id", "PRV-01", "a provider's name is its bare id",
            Wire.Resources([GetProvider], json => json["name"] = $"{json["name"]}".Split('/')[^1])),
        new("own-provider-hidden", "PRV-02", "a caller cannot read its own provider resource",
            HideProvider(DefaultTestbed.PartnerId)),
        new("server-hidden", "PRV-02", "a caller cannot read the server's provider resource",
            HideProvider(DefaultTestbed.ProviderId)),
        new("environment-not-listed", "ENV-01", "an agreed environment is missing from the list",
            Wire.Answers(ListEnvironments, json => json["environments"]!.AsArray().RemoveAt(0))),
        new("environment-not-readable", "ENV-01", "an agreed environment can be listed and not read",
            Wire.Calls(GetEnvironment, call => Task.FromResult(Reply.Of(404)))),
        new("third-site", "ENV-02", "an environment lists a third provider's site",
            Wire.Resources(Environments, json => json["providerSites"]!.AsArray().Add(new JsonObject
            {
                ["providerId"] = "providers/cirrus",
                ["site"] = "cirrus-1",
            }))),
        new("interconnect-lacks-a-size", "ENV-03", "an interconnect supports a size less than its environment",
            Wire.Resources(Interconnects, json => RemoveLast(json, "supportedConnectionSizeMbps"))),
        new("interconnect-lacks-a-feature", "ENV-03", "an interconnect does not support its environment's features",
            Wire.Resources(Interconnects, json => json["supportedFeatures"] = new JsonArray())),
        new("environment-id-used-twice", "ENV-04", "the stranger's environment has an id that the partner's has",
            Wire.Resources(Environments, json =>
                json["name"] = $"{json["name"]}".Replace("env-cirrus", "env-1", StringComparison.Ordinal))),
        new("three-channels", "IXC-03", "an interconnect has three channels",
            Wire.Answers(ListChannels, json => RemoveLast(json, "channels"))),
        new("capacities-differ", "IXC-03", "an interconnect's channels are of several capacities",
            Wire.Resources(Channels, json => json["aggregateChannelSizeGbps"] =
                $"{json["name"]}".EndsWith('1') ? 10 : 100)),
        new("one-device", "IXC-04", "all channels sit on one device",
            Wire.Resources(Channels, json => json["obfuscatedDeviceId"] = "dev-1")),
        new("device-untold", "IXC-04", "a channel does not tell its device",
            Wire.Resources(Channels, json => json.Remove("obfuscatedDeviceId"))),
        new("devices-partly-shared", "IXC-05", "two interconnects share one of their devices",
            Wire.Resources(Channels, json => json["obfuscatedDeviceId"] =
                $"{json["obfuscatedDeviceId"]}".Replace("-ix2-1", "-ix1-1", StringComparison.Ordinal))),
        new("managers-swapped", "CHN-01", "the manager of keys is told for that of cross connects and the reverse",
            Wire.Resources(Channels, json => (json["macsecManagerProvider"], json["crossConnectManagerProvider"]) =
                ($"{json["crossConnectManagerProvider"]}", $"{json["macsecManagerProvider"]}"))),
        new("managers-named-by-id", "CHN-01", "managers are bare ids and no URIs",
            Wire.Resources(Channels, json => json["macsecManagerProvider"] =
                $"{json["macsecManagerProvider"]}".Split('/')[^1])),
        new("cross-connect-manager-untold", "CHN-01", "nobody manages the cross connects",
            Wire.Resources(Channels, json => json["crossConnectManagerProvider"] = "")),
        new("all-keys-with-one-side", "CHN-02", "the target manages the keys of every channel",
            Wire.Resources(Channels, json => json["macsecManagerProvider"] = $"providers/{DefaultTestbed.ProviderId}")),
        new("maintenance-can-deadlock", "MNT-07", "devices are grouped so that maintenance can be blocked for ever",
            Wire.Resources(Channels, json => json["obfuscatedDeviceId"] =
                Shared.Aggregate($"{json["obfuscatedDeviceId"]}", (device, pair) =>
                    device.EndsWith(pair.One, StringComparison.Ordinal)
                        ? device.Replace(pair.One, pair.Other, StringComparison.Ordinal)
                        : device))),
    ];

    private static Local.Alteration HideProvider(string id) => Wire.Calls(
        GetProvider,
        async call => call.Segments[^1] == id ? Reply.Of(404) : await call.ProceedAsync());

    private static void RemoveLast(JsonObject json, string list)
    {
        if (json[list] is JsonArray { Count: > 0 } items)
            items.RemoveAt(items.Count - 1);
    }
}
