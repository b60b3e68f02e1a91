using System.Text.Json;
using System.Text.Json.Nodes;
using Harness.Cli.Efficacy.Altering;
using Harness.Cli.Local;
using Harness.Protocol;
using Harness.Protocol.Operations;
using Harness.Reference.ActivationKeys;
using Harness.Reference.Connections;
using Harness.Reference.Errors;
using Harness.Reference.Features;
using Harness.Reference.Testbed;
using static Harness.Protocol.Operations.PublishedOperations;

namespace Harness.Cli.Efficacy.Variants;

/// <summary>Implementations that follow the reading of an open point that the reference does not.</summary>
internal static class ReadingVariants
{
    private const string Uri = "destinationEnvironmentUri";
    private const string Verified = "VERIFICATION_STATE_VERIFIED";
    private static readonly string Theirs = $"providers/{DefaultTestbed.PartnerId}/";
    private static readonly string Own = $"providers/{DefaultTestbed.ProviderId}/";
    private static readonly Operation[] Features = [CreateFeature, GetFeature, ListFeatures];

    /// <summary>One for each open point.</summary>
    public static IEnumerable<Variant> All =>
    [
        Of("environment-uri", "the creating provider's",
            ["KEY-01", "KEY-09", "KEY-12", "KEY-17", "CON-01", "CON-07", "KEY-08", "FEA-11"],
            KeysOtherwise()),
        Of("key-used", "at its confirmation", ["KEY-09", "KEY-11", "CON-01", "CON-06"],
            Alter.Rules(ActivationKeyRules.NotUsed with
            {
                Decide = @case => @case.Stored?.ConfirmedAt is null
                    ? ActivationKeyRules.NotUsed.Decide(@case)
                    : new Refusal(ErrorCode.IntentMismatch, "KEY-11", "expected a key not used yet, found another"),
            })),
        Of("asn-ranges", "both providers", ["FEA-01", "FEA-02", "GUI-04"],
            Alter.Rules(FeatureRules.AsnUsable with
            {
                Decide = @case => @case.EndOf(@case.Peer)?.Asn is not { } asn
                    || @case.Guidance.AsnRanges.Any(range => range.Contains(asn))
                        ? null
                        : new Refusal(ErrorCode.OutsideGuidance, "expected ASNs of the guidance, found another"),
            })),
        Of("subnet-notation", "CIDR notation", ["FEA-01", "COM-09"], Wire.Resources(Features, Cidr)),
        Of("closed-refusal", "another 4xx", ["IXC-01"],
            Alter.Rules(ConnectionRules.InterconnectActive with
            {
                Decide = @case => ConnectionRules.InterconnectActive.Decide(@case) is null
                    ? null
                    : new Refusal(ErrorCode.InvalidValue, "IXC-01", "expected an ACTIVE interconnect, found another"),
            })),
        Of("page-token", "the collection only", ["COM-06", "COM-07"],
            Alter.With<Memory>(memory => Wire.Calls(ListConnections, call => PageAsync(call, memory)))),
        Of("update-verified", "it stays VERIFIED", ["UPD-01", "UPD-08", "PRO-03", "PRO-06", "DEL-04"], StaysVerified()),
        Of("migration-key", "it has to", ["MIG-01", "MIG-05"],
            Alter.Rules(ConnectionRules.KeyGiven with
            {
                Decide = @case => @case.KeyGiven
                    ? null
                    : new Refusal(ErrorCode.IntentNotEstablished, "expected an activation key, found none"),
            })),
    ];

    private static Variant Of(
        string point, string reading, IReadOnlyList<string> requirements, Alteration alter) =>
        new(point, $"{point}: {reading}", requirements, alter) { Point = point, Reading = reading };

    // Keys go out with our own prefix, and come back with it; with the other one they are none of ours.
    private static Alteration KeysOtherwise() => Wire.Calls(async call =>
    {
        var json = call.Json();
        // A key that is brought was created by the partner: it is taken with the partner's prefix only.
        string[] prefixes = call.Path == "portal/v1/connections/accept"
            ? [Own, "providers/nobody/"]
            : [Theirs, "providers/nobody/", Own, Theirs];
        foreach (var field in (string[])["encodedKey", "activationKey"])
            if (json[field]?.GetValueKind() == JsonValueKind.String)
                json[field] = Rewritten($"{json[field]}", prefixes);
        if (json["key"] is JsonObject key)
            key[Uri] = Moved($"{key[Uri]}", Theirs, "providers/nobody/", Own, Theirs);
        var reply = json.Count == 0 ? await call.ProceedAsync() : await call.ProceedAsync(json);
        return call.Path.StartsWith("portal/", StringComparison.Ordinal) && reply.IsSuccess
            && reply.Json()["activationKey"] is not null
                ? reply.Edited(answer => answer["activationKey"] =
                    Rewritten($"{answer["activationKey"]}", Theirs, Own))
                : reply;
    });

    private static string Rewritten(string encoded, params string[] pairs) =>
        ActivationKeyCodec.TryDecode(encoded, out var key)
            ? ActivationKeyCodec.Encode(
                key with { DestinationEnvironmentUri = Moved(key.DestinationEnvironmentUri, pairs) })
            : encoded;

    // From each first prefix of the pairs to the second.
    private static string? Moved(string? uri, params string[] pairs) => pairs.Chunk(2)
        .Where(pair => uri?.StartsWith(pair[0], StringComparison.Ordinal) is true)
        .Select(pair => pair[1] + uri![pair[0].Length..])
        .FirstOrDefault(uri);

    private static void Cidr(JsonObject feature)
    {
        if (feature["featureConfig"]?["l3BaseConfig"] is not JsonObject config)
            return;
        foreach (var field in (string[])["ipv4Subnet", "ipv6Subnet"])
            if (config[field] is { } subnet && config[$"{field}PrefixLength"] is { } length)
                config[field] = $"{$"{subnet}".Split('/')[0]}/{length}";
    }

    private static Alteration StaysVerified() => Alter.With<Memory>(memory => Wire.Calls(async call =>
    {
        var reply = await call.ProceedAsync();
        if (!reply.IsSuccess || (call.Operation != GetConnection && call.Operation != UpdateConnection))
            return reply;
        if ($"{reply.Json()["verificationState"]}" == Verified)
            memory.Keep(call.Path);
        return memory.Knows(call.Path) ? reply.Edited(json => json["verificationState"] = Verified) : reply;
    }));

    // A token stands for the last name of its page, in this collection; the page size may change.
    private static async Task<Reply> PageAsync(Call call, Memory memory)
    {
        if (call.Query("pageSize")?.StartsWith('-') is true)
            return Reply.Of(400);
        var after = call.Query("pageToken") is { Length: > 0 } token ? memory.Of($"{call.Path} {token}") : "";
        if (after is null)
            return Reply.Of(400);
        var size = int.TryParse(call.Query("pageSize"), out var asked) && asked > 0 ? asked : 50;
        call.Http.Request.QueryString = QueryString.Create("pageSize", "1000");
        var reply = await call.ProceedAsync();
        if (!reply.IsSuccess)
            return reply;
        var left = (reply.Json()["connections"] as JsonArray ?? [])
            .Where(one => string.CompareOrdinal($"{one!["name"]}", after) > 0)
            .ToList();
        var page = new JsonObject
        {
            ["connections"] = new JsonArray([.. left.Take(size).Select(one => one!.DeepClone())]),
        };
        if (left.Count > size)
        {
            var next = $"token-{memory.Count("tokens")}";
            memory.Keep($"{call.Path} {next}", $"{left[size - 1]!["name"]}");
            page["nextPageToken"] = next;
        }

        return reply.WithJson(page);
    }
}
