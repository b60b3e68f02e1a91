using System.Text.Json.Nodes;
using Harness.Cli.Efficacy.Altering;
using Harness.Protocol.Operations;
using static Harness.Protocol.Operations.PublishedOperations;

namespace Harness.Cli.Efficacy.Mutants;

/// <summary>Names, shapes and what does not exist (COM-01, COM-02, COM-09).</summary>
internal static class NameMutants
{
    private static readonly Operation[] Connections = [GetConnection, ListConnections];

    public static IEnumerable<Mutant> All =>
    [
        new("name-with-leading-slash", "COM-01", "a feature's name begins with a slash",
            Wire.Resources([GetFeature, ListFeatures], json => json["name"] = $"/{json["name"]}")),
        new("name-with-version", "COM-01", "a channel's name begins with the version of the API",
            Wire.Resources([GetChannel, ListChannels], json => json["name"] = $"v1/{json["name"]}")),
        new("listed-by-id", "COM-01", "a list names connections by their bare ids",
            Wire.Resources([ListConnections], json => json["name"] = $"{json["name"]}".Split('/')[^1])),
        new("name-of-the-body", "COM-01", "a new connection has the name that the body gives it",
            Wire.Answers(CreateConnection, (call, json) =>
                json["name"] = $"{call.Json()["name"] ?? json["name"]}")),
        new("ids-compared-case-insensitively", "COM-02", "an id in the other case is a second name of a connection",
            Alter.Sql("i.name = @interconnect AND c.uuid = @uuid", "i.name = @interconnect AND c.uuid LIKE @uuid")),
        new("missing-parent-lists-nothing", "COM-02", "a list below what never was is answered empty",
            Wire.Calls(ListFeatures, async call =>
                await call.ProceedAsync() is var reply && reply.Status == 404
                    ? Reply.Of(200, new JsonObject())
                    : reply)),
        new("missing-is-400", "COM-02", "a feature that never was is answered 400", Wire.Status(GetFeature, 404, 400)),
        new("missing-is-403", "COM-02", "an issue that never was is answered 403", Wire.Status(GetIssue, 404, 403)),
        new("notification-of-nothing-accepted", "COM-02", "a notification of what never was is answered 200",
            Wire.Calls(NotifyConnectionStatus, async call =>
                await call.ProceedAsync() is var reply && reply.Status == 404
                    ? Reply.Of(200, new JsonObject())
                    : reply)),
        new("bandwidth-as-text", "COM-09", "a bandwidth is written as a text",
            Wire.Resources(Connections, json => json["bandwidthMbps"] = $"{json["bandwidthMbps"]}")),
        new("words-without-prefix", "COM-09", "the word of a verification state lacks its prefix",
            Wire.Resources(Connections, json => json["verificationState"] =
                $"{json["verificationState"]}".Replace("VERIFICATION_STATE_", "", StringComparison.Ordinal))),
        new("snake-case", "COM-09", "the field of an interconnect's bandwidth is spelt in snake case",
            Wire.Resources([GetInterconnect, ListInterconnects], json =>
            {
                json["max_bandwidth_mbps"] = json["maxBandwidthMbps"]?.DeepClone();
                json.Remove("maxBandwidthMbps");
            })),
        new("state-as-number", "COM-09", "a provisioning state is written as a number",
            Wire.Resources([GetFeature, ListFeatures], json => json["provisioningState"] = 2)),
        new("ranges-as-text", "COM-09", "the ranges of the guidance are written as texts",
            Wire.Answers(GenerateFeatureGuidance, json =>
            {
                foreach (var guidance in json.First().Value!.AsArray())
                    guidance!["l3BaseGuidance"]!["vlanRanges"] = new JsonArray("1025-2999");
            })),
        new("times-as-numbers", "COM-09", "the time of an issue is a count of milliseconds",
            Wire.Resources([GetIssue, ListIssues], json => json["createTime"] = 1_700_000_000_000)),
        new("list-named-items", "COM-09", "the list of connections stands in a field of another name",
            Wire.Answers(ListConnections, json =>
            {
                json["items"] = json["connections"]?.DeepClone();
                json.Remove("connections");
            })),
    ];
}
