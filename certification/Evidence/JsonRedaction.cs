using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Harness.Certification.Evidence;

/// <summary>Replaces the values of secret fields in a JSON document, and tells what they were.</summary>
internal sealed class JsonRedaction(IReadOnlySet<string> fields, Action<string> learn)
{
    // Read by people: only what JSON itself demands is escaped. The reports escape for their own formats.
    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The document without secrets.</summary>
    /// <exception cref="JsonException">It is not JSON, or a name appears twice in an object.</exception>
    public string Redact(string json)
    {
        var options = new JsonDocumentOptions { AllowDuplicateProperties = false };
        var root = JsonNode.Parse(json, nodeOptions: null, options);
        return Walk(root) ? root!.ToJsonString(Readable) : json;
    }

    private bool Walk(JsonNode? node) => node switch
    {
        JsonObject obj => obj.ToList().Aggregate(false, (changed, pair) => Visit(obj, pair.Key, pair.Value) || changed),
        JsonArray array => array.Aggregate(false, (changed, item) => Walk(item) || changed),
        _ => false,
    };

    private bool Visit(JsonObject parent, string name, JsonNode? value)
    {
        if (!fields.Contains(name) || value is null)
            return Walk(value);
        if (value is JsonValue scalar && scalar.TryGetValue<string>(out var secret))
            learn(secret);
        parent[name] = Redactor.Mark;
        return true;
    }
}
