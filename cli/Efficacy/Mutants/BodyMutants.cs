using System.Text.Json;
using System.Text.Json.Nodes;
using Harness.Cli.Efficacy.Altering;
using Harness.Cli.Local;
using Harness.Protocol.Operations;
using static Harness.Protocol.Operations.PublishedOperations;

namespace Harness.Cli.Efficacy.Mutants;

/// <summary>What a request carries is read too leniently, or too badly (COM-04, COM-05, COM-08, COM-10).</summary>
internal static class BodyMutants
{
    private const int FirstSize = 50;

    private static readonly string[] ConnectionFields =
        ["name", "activationKey", "bandwidthMbps", "adminState", "verificationState", "deferProvisioning"];

    public static IEnumerable<Mutant> All =>
    [
        new("claims-echoed", "COM-04", "the answer to a new connection repeats the state that it claims",
            Wire.Answers(CreateConnection, (call, json) => Claim(call.Json(), json))),
        new("claims-kept", "COM-04", "a connection keeps the admin state that its creation claims",
            KeepClaims(CreateConnection, call => $"{call.Path}/{call.Query("connectionId")}")),
        new("claims-of-updates-kept", "COM-04", "a connection keeps the state that an update claims",
            KeepClaims(UpdateConnection, call => call.Path)),
        new("claimed-final-kept", "COM-04", "a feature that claims to be FINAL is answered so",
            Wire.Answers(CreateFeature, (call, json) =>
                json["provisioningState"] = $"{call.Json()["provisioningState"] ?? json["provisioningState"]}")),
        new("claimed-comment-time-kept", "COM-04", "a comment keeps the time that the caller gives it",
            Wire.Answers(AddComment, (call, json) =>
            {
                if (call.Json()["comment"]?["createTime"] is { } time)
                    json["comment"]!["createTime"] = time.DeepClone();
            })),
        new("malformed-is-500", "COM-05", "a body that is no JSON is answered 500",
            Wire.Calls(async call => await call.ProceedAsync() is var reply && reply.Status == 400
                && call.Text.Length > 0 && !IsJson(call.Text) ? Reply.Of(500) : reply)),
        new("wrong-type-is-500", "COM-05", "a text where a number belongs is answered 500",
            Wire.Calls(CreateFeature, async call => await call.ProceedAsync() is var reply && reply.Status == 400
                && call.Json()["featureConfig"]?["l3BaseConfig"]?["vlanId"]?.GetValueKind() == JsonValueKind.String
                    ? Reply.Of(500)
                    : reply)),
        new("text-taken-for-number", "COM-05", "a bandwidth that is a text is taken for some number",
            Wire.Requests(UpdateConnection, (_, json) => Coerce(json))),
        new("refused-body-acts", "COM-05", "an update whose bandwidth is a text is carried out, then refused",
            Wire.Calls(UpdateConnection, async call =>
            {
                var json = call.Json();
                if (!Coerce(json))
                    return await call.ProceedAsync();
                await call.ProceedAsync(json);
                return Reply.Of(400);
            })),
        new("overflow-wraps", "COM-05", "a bandwidth beyond its type is taken for another",
            Wire.Requests(UpdateConnection, (_, json) => Wrap(json))),
        new("unknown-word-ignored", "COM-05", "a feature type that is no word of the contract is passed over",
            Wire.Requests(CreateFeature, (_, json) => (json["featureConfig"] as JsonObject)?.Remove("featureType"))),
        new("absent-bandwidth-guessed", "COM-05", "a connection without a bandwidth gets that of its key",
            Wire.Requests(CreateConnection, (_, json) => json.TryAdd("bandwidthMbps", KeySize(json)))),
        new("issue-id-made-up", "COM-08", "an issue without an id is given one", MakeUp(CreateIssue, "issueId")),
        new("connection-id-from-key", "COM-08", "a connection without an id is given that of its key",
            Wire.Calls(CreateConnection, call =>
            {
                if (call.Query("connectionId") is null && Key(call.Json()) is { } key)
                    call.Http.Request.QueryString =
                        QueryString.Create("connectionId", $"{key["sharedConnectionUuid"]}");
                return call.ProceedAsync();
            })),
        new("feature-id-made-up", "COM-08", "a feature without an id is given one", MakeUp(CreateFeature, "featureId")),
        new("key-id-made-up", "COM-08", "a MACsec key without an id is given one",
            MakeUp(CreateMacSecKey, "macSecKeyId")),
        new("unknown-fields-refused", "COM-10", "a connection with a field that the schema does not know is refused",
            Wire.Calls(CreateConnection, call => call.Json().All(pair => ConnectionFields.Contains(pair.Key))
                ? call.ProceedAsync()
                : Task.FromResult(Reply.Of(400)))),
    ];

    private static Alteration KeepClaims(Operation operation, Func<Call, string> name) =>
        Alter.With<Memory>(memory => Alter.All(
            Wire.Calls(operation, call =>
            {
                memory.Keep(name(call), call.Text);
                return call.ProceedAsync();
            }),
            Wire.Answers(GetConnection, (call, json) =>
            {
                if (memory.Of(call.Path) is { } text && IsJson(text) && JsonNode.Parse(text) is JsonObject claims)
                    Claim(claims, json);
            })));

    private static void Claim(JsonObject claims, JsonObject json)
    {
        foreach (var field in (string[])["verificationState", "adminState"])
            if (claims[field] is { } claim)
                json[field] = claim.DeepClone();
    }

    private static Alteration MakeUp(Operation operation, string parameter) =>
        Alter.With<Memory>(memory => Wire.Calls(operation, call =>
        {
            if (string.IsNullOrEmpty(call.Query(parameter)))
                call.Http.Request.QueryString = QueryString.Create(parameter, $"made-up-{memory.Count("ids")}");
            return call.ProceedAsync();
        }));

    private static void Wrap(JsonObject json)
    {
        if (json["bandwidthMbps"] is JsonValue value && value.GetValueKind() == JsonValueKind.Number
            && !value.TryGetValue<int>(out _))
            json["bandwidthMbps"] = FirstSize;
    }

    private static bool Coerce(JsonObject json)
    {
        if (json["bandwidthMbps"]?.GetValueKind() != JsonValueKind.String)
            return false;
        json["bandwidthMbps"] = FirstSize;
        return true;
    }

    private static int KeySize(JsonObject json) => (int?)Key(json)?["connectionSizeMbps"] ?? FirstSize;

    private static JsonNode? Key(JsonObject json)
    {
        var bytes = new byte[1024];
        return Convert.TryFromBase64String($"{json["activationKey"]}", bytes, out var count) && count > 0
            ? JsonNode.Parse(bytes.AsSpan(0, count))
            : null;
    }

    private static bool IsJson(string text)
    {
        try
        {
            JsonNode.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            // That is what was asked.
            return false;
        }
    }
}
