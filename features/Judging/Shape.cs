using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Harness.Features.Judging;

/// <summary>What a JSON value has to be. Closed: one of the nested shapes.</summary>
public abstract record Shape
{
    private Shape()
    {
    }

    /// <summary>What is wrong with <paramref name="value"/>; nothing where it fits.</summary>
    public abstract IEnumerable<string> Deviations(string path, JsonNode? value);

    private static string Kind(JsonNode? value) => value is null
        ? "null"
        : value.GetValueKind() switch
        {
            JsonValueKind.True or JsonValueKind.False => "a flag",
            JsonValueKind.String => "a text",
            JsonValueKind.Number => "a number",
            JsonValueKind.Array => "an array",
            _ => "an object",
        };

    private static IEnumerable<string> Unless(bool fits, string path, string expected, JsonNode? value)
    {
        if (!fits)
            yield return $"{path}: expected {expected}, found {Kind(value)}";
    }

    public sealed record Text : Shape
    {
        public override IEnumerable<string> Deviations(string path, JsonNode? value) =>
            Unless(value?.GetValueKind() == JsonValueKind.String, path, "a text", value);
    }

    public sealed record Flag : Shape
    {
        public override IEnumerable<string> Deviations(string path, JsonNode? value) =>
            Unless(value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False, path, "a flag", value);
    }

    public sealed record Integer : Shape
    {
        public override IEnumerable<string> Deviations(string path, JsonNode? value) =>
            Unless(value is JsonValue number && number.TryGetValue(out long _), path, "a whole number", value);
    }

    /// <summary>A date and time with its offset, RFC 3339.</summary>
    public sealed record Time : Shape
    {
        public override IEnumerable<string> Deviations(string path, JsonNode? value) => Unless(
            value is JsonValue text && text.TryGetValue(out string? time) && time.Contains('T')
                && DateTimeOffset.TryParse(time, CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            path,
            "an RFC 3339 time",
            value);
    }

    /// <summary>One of an enum's published words.</summary>
    public sealed record Word(IReadOnlyList<string> Words) : Shape
    {
        public override IEnumerable<string> Deviations(string path, JsonNode? value)
        {
            if (value is not JsonValue text || !text.TryGetValue(out string? word))
                yield return $"{path}: expected one of {string.Join(", ", Words)}, found {Kind(value)}";
            else if (!Words.Contains(word, StringComparer.Ordinal))
                yield return $"{path}: expected one of {string.Join(", ", Words)}, found '{word}'";
        }
    }

    /// <summary>An array whose elements all have one shape.</summary>
    public sealed record Many(Shape Element) : Shape
    {
        public override IEnumerable<string> Deviations(string path, JsonNode? value) => value is JsonArray array
            ? array.SelectMany((element, index) => Element.Deviations($"{path}[{index}]", element))
            : Unless(false, path, "an array", value);
    }

    /// <summary>An object with the given fields; a name that ends in ! is required.</summary>
    public sealed record Record(Dictionary<string, Shape> Fields) : Shape
    {
        public override IEnumerable<string> Deviations(string path, JsonNode? value)
        {
            if (value is not JsonObject found)
                return Unless(false, path, "an object", value);

            return Fields.SelectMany(field => Of(path, field.Key, field.Value, found))
                .Concat(found.SelectMany(field => Misspelled(path, field.Key)));
        }

        private static IEnumerable<string> Of(string path, string key, Shape shape, JsonObject found)
        {
            var name = key.TrimEnd('!');
            if (found[name] is { } value)
                return shape.Deviations($"{path}.{name}", value);
            return key.EndsWith('!') ? [$"{path}: expected the field {name}, found none"] : [];
        }

        private IEnumerable<string> Misspelled(string path, string found)
        {
            var published = Fields.Keys.Select(key => key.TrimEnd('!')).ToList();
            if (published.Contains(found, StringComparer.Ordinal))
                return [];
            return published
                .Where(name => Letters(name) == Letters(found))
                .Select(name => $"{path}: expected the field name {name}, found {found}");
        }

        private static string Letters(string name) =>
            string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
    }
}
