using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Harness.Protocol.Names;

namespace Harness.Simulator.Calling;

/// <summary>
/// Values for the placeholders of a script: <c>{name}</c> anywhere in a text, and <c>{number:name}</c> as a text of
/// its own, which becomes a number in JSON.
/// </summary>
/// <param name="Values">By name, without braces.</param>
public sealed partial record Placeholders(IReadOnlyDictionary<string, string> Values)
{
    private static readonly (string Collection, string Name)[] _ids =
    [
        ("providers", "provider"),
        ("environments", "environment"),
        ("interconnects", "interconnect"),
        ("channels", "channel"),
        ("macSecKeys", "macSecKey"),
        ("connections", "connection"),
        ("features", "feature"),
        ("issues", "issue"),
    ];

    /// <summary>No values.</summary>
    public static Placeholders None { get; } = new(new Dictionary<string, string>());

    /// <summary>The names of placeholders in a text.</summary>
    public static IEnumerable<string> In(string text) => Braces().Matches(text).Select(match => match.Groups[1].Value);

    /// <summary>These, and the ids of a resource, which are asked first.</summary>
    public Placeholders With(ResourceName? resource)
    {
        var values = new Dictionary<string, string>(Values, StringComparer.Ordinal);
        var segments = resource?.ToString().Split('/') ?? [];
        for (var i = 0; i + 1 < segments.Length; i += 2)
            if (_ids.FirstOrDefault(id => id.Collection == segments[i]).Name is { } name)
                values[name] = segments[i + 1];
        return new Placeholders(values);
    }

    /// <summary>These and some more, which are asked first.</summary>
    public Placeholders With(IReadOnlyDictionary<string, string> more)
    {
        var values = new Dictionary<string, string>(Values, StringComparer.Ordinal);
        foreach (var (name, text) in more)
            values[name] = Fill(text);
        return new Placeholders(values);
    }

    /// <summary>The text with its placeholders filled in.</summary>
    /// <exception cref="ScriptFaultException">One of them has no value.</exception>
    public string Fill(string text) => Braces().Replace(text, match => Value(match.Groups[1].Value));

    /// <summary>The JSON with the placeholders of all its texts filled in.</summary>
    /// <exception cref="ScriptFaultException">One of them has no value.</exception>
    public JsonNode? Fill(JsonNode? node) => node switch
    {
        JsonObject fields => new JsonObject(fields.Select(field => KeyValuePair.Create(field.Key, Fill(field.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Fill)]),
        JsonValue value when value.TryGetValue<string>(out var text) => Whole().Match(text) is { Success: true } whole
            ? Number(whole.Groups[1].Value)
            : JsonValue.Create(Fill(text)),
        _ => node?.DeepClone(),
    };

    private string Value(string name) => Values.GetValueOrDefault(name)
        ?? throw new ScriptFaultException(
            $"expected a value for {{{name}}}, found values for {string.Join(", ", Values.Keys.Order())}");

    private JsonValue Number(string name) =>
        long.TryParse(Value(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? JsonValue.Create(number)
            : throw new ScriptFaultException($"expected a whole number for {{{name}}}, found another text");

    [GeneratedRegex(@"\{(?:number:)?([A-Za-z][A-Za-z0-9_-]*)\}")]
    private static partial Regex Braces();

    [GeneratedRegex(@"^\{number:([A-Za-z][A-Za-z0-9_-]*)\}$")]
    private static partial Regex Whole();
}
