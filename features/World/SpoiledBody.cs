using System.Text.Json.Nodes;
using Harness.Protocol.Client;

namespace Harness.Features.World;

/// <summary>Ways in which a body is none of the published ones (COM-05).</summary>
public static class SpoiledBody
{
    /// <summary>The ways, as a regular expression.</summary>
    public const string Ways =
        "JSON that breaks off|no body|an array|a text for a number|a number for a text|a number beyond its type"
        + "|an unknown enum word";

    private static readonly Dictionary<string, string> Numbers = new()
    {
        ["CreateConnection"] = "bandwidthMbps",
        ["UpdateConnection"] = "bandwidthMbps",
        ["CreateFeature"] = "featureConfig.l3BaseConfig.vlanId",
    };

    private static readonly Dictionary<string, string> Texts = new()
    {
        ["CreateConnection"] = "activationKey",
        ["CreateFeature"] = "channel",
        ["ConfirmActivationKey"] = "encodedKey",
        ["CreateIssue"] = "title",
        ["CreateMacSecKey"] = "ckn",
    };

    private static readonly Dictionary<string, string> Words = new()
    {
        ["CreateFeature"] = "featureConfig.featureType",
        ["CreateIssue"] = "priority",
    };

    /// <summary>A good body, spoiled; null for no body.</summary>
    /// <param name="way">One of <see cref="Ways"/>.</param>
    /// <param name="operation">Id of the operation that the body is for.</param>
    /// <param name="good">The body without the defect; it is not changed.</param>
    /// <exception cref="ArgumentException">The operation's body has nothing to spoil that way.</exception>
    public static RequestBody? Make(string way, string operation, JsonObject good) => way switch
    {
        "no body" => null,
        "an array" => RequestBody.Json(new JsonArray(good.DeepClone())),
        "JSON that breaks off" => RequestBody.Text(good.ToJsonString()[..^1]),
        // Some encodings of JSON let a number be written as text: this text is none.
        "a text for a number" => With(good, Field(Numbers, way, operation), JsonValue.Create("many")),
        "a number for a text" => With(good, Field(Texts, way, operation), JsonValue.Create(12)),
        "a number beyond its type" => With(
            good,
            Field(Numbers, way, operation),
            JsonNode.Parse("123456789012345678901234567890")!),
        "an unknown enum word" => With(good, Field(Words, way, operation), JsonValue.Create("WORD_OF_NOBODY")),
        _ => throw new ArgumentException($"'{way}' is no way to spoil a body", nameof(way)),
    };

    private static string Field(Dictionary<string, string> fields, string way, string operation) =>
        fields.GetValueOrDefault(operation)
        ?? throw new ArgumentException($"the body of {operation} has no field for {way}", nameof(operation));

    private static RequestBody With(JsonObject good, string path, JsonNode value)
    {
        var copy = Json.Copy(good);
        var parts = path.Split('.');
        var parent = copy;
        foreach (var part in parts[..^1])
            parent = (JsonObject)parent[part]!;
        parent[parts[^1]] = value;
        return RequestBody.Json(copy);
    }
}
