using System.Globalization;
using System.Text.Json.Nodes;

namespace Harness.Simulator.Behaviours;

/// <summary>Changes of a JSON body, in order.</summary>
/// <param name="Changes">Each sets or removes what stands at a path.</param>
public sealed record Alteration(IReadOnlyList<Alteration.Change> Changes)
{
    /// <param name="Path">
    /// Fields parted by dots, indexes of lists in brackets, <c>*</c> for each: <c>features[*].state</c>.
    /// </param>
    /// <param name="Value">What is to stand there; it is added where nothing does.</param>
    /// <param name="Removes">Whether it is taken away instead.</param>
    public sealed record Change(string Path, JsonNode? Value, bool Removes = false);

    /// <summary>The body with the changes; one that is no JSON is left as it is.</summary>
    public string? Of(string? body)
    {
        if (Parsed(body) is not { } root)
            return body;
        foreach (var change in Changes)
            Apply(root, Segments(change.Path), change);
        return root.ToJsonString();
    }

    private static JsonNode? Parsed(string? body)
    {
        try
        {
            return string.IsNullOrEmpty(body) ? null : JsonNode.Parse(body);
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }

    private static string[] Segments(string path) =>
        path.Replace("[", ".[", StringComparison.Ordinal).Split('.', StringSplitOptions.RemoveEmptyEntries);

    private static void Apply(JsonNode? node, ReadOnlySpan<string> path, Change change)
    {
        switch (node)
        {
            case JsonArray list when path[0] == "[*]":
                for (var i = list.Count - 1; i >= 0; i--)
                    ApplyAt(list, i, path, change);
                break;
            case JsonArray list when Index(path[0]) is { } index && index < list.Count:
                ApplyAt(list, index, path, change);
                break;
            case JsonObject fields when path.Length == 1 && change.Removes:
                fields.Remove(path[0]);
                break;
            case JsonObject fields when path.Length == 1:
                fields[path[0]] = change.Value?.DeepClone();
                break;
            case JsonObject fields:
                Apply(fields[path[0]], path[1..], change);
                break;
            default:
                break;
        }
    }

    private static void ApplyAt(JsonArray list, int index, ReadOnlySpan<string> path, Change change)
    {
        if (path.Length > 1)
            Apply(list[index], path[1..], change);
        else if (change.Removes)
            list.RemoveAt(index);
        else
            list[index] = change.Value?.DeepClone();
    }

    private static int? Index(string segment) =>
        segment is ['[', .. var digits, ']']
        && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? index
            : null;
}
