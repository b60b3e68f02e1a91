using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Harness.Features.Target.Hooks;

/// <summary>
/// A path to a value of a JSON document: <c>$</c>, then <c>.name</c>, <c>['name']</c>, <c>[0]</c> or <c>[*]</c>
/// in any number. A path with <c>[*]</c> answers an array.
/// </summary>
public sealed class JsonPath
{
    /// <summary>The form that a path has, for messages.</summary>
    public const string Form = "a JSON path such as $.connection.id, $.items[0] or $.items[*].id";

    private const string Wildcard = "*";

    private readonly string text;
    private readonly IReadOnlyList<(string Name, bool IsIndex)> steps;

    private JsonPath(string text, IReadOnlyList<(string Name, bool IsIndex)> steps)
    {
        this.text = text;
        this.steps = steps;
    }

    /// <summary>
    /// Whether it is <c>$</c>, the whole of what came back: then that need not be JSON, and is one text.
    /// </summary>
    public bool IsWhole => steps.Count == 0;

    /// <summary>Reads a path; false where it is none.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out JsonPath? path)
    {
        path = null;
        if (text.Length == 0 || text[0] != '$')
            return false;

        var steps = new List<(string, bool)>();
        var rest = text.AsSpan(1);
        while (rest.Length > 0)
        {
            var length = rest[0] switch
            {
                '.' => Name(rest, steps),
                '[' => Bracket(rest, steps),
                _ => 0,
            };
            if (length == 0)
                return false;
            rest = rest[length..];
        }

        path = new JsonPath(text, steps);
        return true;
    }

    /// <summary>The value at the path; null where there is none.</summary>
    public JsonNode? Find(JsonNode? document) => Find(document, 0);

    /// <summary>The path as it was written.</summary>
    public override string ToString() => text;

    private static int Name(ReadOnlySpan<char> rest, List<(string, bool)> steps)
    {
        var end = rest[1..].IndexOfAny('.', '[');
        var name = end < 0 ? rest[1..] : rest[1..(end + 1)];
        steps.Add((name.ToString(), false));
        return name.Length == 0 ? 0 : name.Length + 1;
    }

    private static int Bracket(ReadOnlySpan<char> rest, List<(string, bool)> steps)
    {
        var end = rest.IndexOf(']');
        if (end < 2)
            return 0;
        var inside = rest[1..end].ToString();
        if (inside is [var first and ('\'' or '"'), .. var name, var last] && first == last)
            steps.Add((name, false));
        else if (inside == Wildcard || uint.TryParse(inside, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            steps.Add((inside, true));
        else
            return 0;
        return end + 1;
    }

    private JsonNode? Find(JsonNode? node, int from)
    {
        for (var i = from; i < steps.Count; i++)
        {
            var (name, isIndex) = steps[i];
            if (isIndex && name == Wildcard)
                return node is JsonArray all ? Collect(all, i + 1) : null;
            node = node switch
            {
                JsonArray array when isIndex =>
                    array.ElementAtOrDefault(int.Parse(name, CultureInfo.InvariantCulture)),
                JsonObject obj when !isIndex => obj[name],
                _ => null,
            };
        }

        return node;
    }

    private JsonArray Collect(JsonArray all, int from)
    {
        var found = new JsonArray();
        foreach (var item in all)
            if (Find(item, from) is { } value)
                found.Add(value.DeepClone());
        return found;
    }
}
