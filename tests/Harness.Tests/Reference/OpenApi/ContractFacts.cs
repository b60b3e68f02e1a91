using System.Text.Json.Nodes;

namespace Harness.Tests.Reference.OpenApi;

/// <summary>
/// The contract as sections of lines: one for each operation, headed by its method and path, and one for each
/// schema, headed by its name.
/// </summary>
internal static class ContractFacts
{
    /// <summary>The facts that the project keeps about the published contract.</summary>
    public static IReadOnlyDictionary<string, string> Published()
    {
        var type = typeof(ContractFacts);
        using var stream = type.Assembly.GetManifestResourceStream($"{type.Namespace}.contract.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd()
            .Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
            .Where(section => !section.StartsWith('#'))
            .Select(section => section.Trim().Split('\n', 2))
            .ToDictionary(section => section[0], section => section.Length > 1 ? section[1] : "");
    }

    /// <summary>The same facts, read from an OpenAPI document.</summary>
    public static IReadOnlyDictionary<string, string> Of(JsonNode document)
    {
        var sections = new Dictionary<string, string>();
        foreach (var (path, operations) in document["paths"]!.AsObject())
            foreach (var (method, operation) in operations!.AsObject())
                sections[$"{method.ToUpperInvariant()} {path}"] = Lines(OfOperation(operation!));
        foreach (var (name, schema) in document["components"]!["schemas"]!.AsObject())
            sections[name] = Lines(OfSchema(schema!));
        return sections;
    }

    private static string Lines(IEnumerable<string> lines) =>
        string.Join('\n', lines.Select(line => $"  {line}").Order(StringComparer.Ordinal));

    private static IEnumerable<string> OfOperation(JsonNode operation)
    {
        yield return $"operation {operation["operationId"]}";
        foreach (var parameter in operation["parameters"]?.AsArray() ?? [])
        {
            var required = (bool?)parameter!["required"] is true ? " required" : "";
            yield return $"{parameter["in"]} {parameter["name"]}{required}: {TypeOf(parameter["schema"]!)}";
        }

        if (operation["requestBody"] is { } body)
            yield return $"body {TypeOf(SchemaOf(body))}";
        yield return $"answer {TypeOf(SchemaOf(operation["responses"]!["200"]!))}";
    }

    private static IEnumerable<string> OfSchema(JsonNode schema)
    {
        var required = schema["required"]?.AsArray().Select(name => (string)name!).ToHashSet() ?? [];
        foreach (var (name, field) in schema["properties"]?.AsObject() ?? [])
        {
            var marks = required.Contains(name) ? " required" : "";
            marks += (bool?)field!["readOnly"] is true ? " output-only" : "";
            yield return $"{name}{marks}: {TypeOf(field)}";
        }
    }

    private static JsonNode SchemaOf(JsonNode body) => body["content"]!["application/json"]!["schema"]!;

    private static string TypeOf(JsonNode schema) => schema switch
    {
        _ when schema["$ref"] is { } name => ((string)name!).Split('/')[^1],
        _ when schema["enum"] is { } words => $"enum({string.Join(' ', words.AsArray())})",
        _ when (string?)schema["type"] == "array" => $"list of {(schema["items"] is { } of ? TypeOf(of) : "anything")}",
        _ => (string?)(schema["format"] ?? schema["type"]) ?? "anything",
    };
}
