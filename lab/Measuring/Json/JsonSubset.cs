using System.Text.Json.Nodes;

namespace Harness.Lab.Measuring.Json;

/// <summary>
/// Looks whether a router's JSON holds what is expected of it, and maybe more. Every member that is expected has to be
/// there; one that is expected to be null may not be there; every item that is expected has to be among the items, in
/// any order, and not one for two.
/// </summary>
public static class JsonSubset
{
    /// <summary>What is not as expected, each with its path, such as
    /// <c>$.peers.169.254.0.2.state: expected "Established", found "Active"</c>; empty where all is there.</summary>
    public static IReadOnlyList<string> Differences(JsonNode? expected, JsonNode? actual) =>
        [.. Compare("$", expected, actual)];

    private static IEnumerable<string> Compare(string path, JsonNode? expected, JsonNode? actual) =>
        (expected, actual) switch
        {
            (JsonObject wanted, JsonObject found) => Members(path, wanted, found),
            (JsonArray wanted, JsonArray found) => Items(path, wanted, found),
            _ => JsonNode.DeepEquals(expected, actual)
                ? []
                : [$"{path}: expected {Shown(expected)}, found {Shown(actual)}"],
        };

    private static IEnumerable<string> Members(string path, JsonObject wanted, JsonObject found)
    {
        foreach (var (name, value) in wanted)
        {
            var isThere = found.TryGetPropertyValue(name, out var actual);
            var inner = $"{path}.{name}";
            if (value is null ? actual is not null : !isThere)
                yield return $"{inner}: expected {(value is null ? "nothing" : Shown(value))}, "
                    + $"found {(isThere ? Shown(actual) : "nothing")}";
            else if (value is not null)
            {
                foreach (var difference in Compare(inner, value, actual))
                    yield return difference;
            }
        }
    }

    // Of several ways to pair items the first that fits is taken; the difference named is that of the nearest item.
    private static IEnumerable<string> Items(string path, JsonArray wanted, JsonArray found)
    {
        var left = found.ToList();
        foreach (var (at, item) in wanted.Index())
        {
            var inner = $"{path}[{at}]";
            if (left.Count == 0)
            {
                yield return $"{inner}: expected {Shown(item)}, found no further item";
                continue;
            }

            var nearest = left
                .Select(candidate => (Candidate: candidate, Differences: Compare(inner, item, candidate).ToArray()))
                .MinBy(pair => pair.Differences.Length);
            if (nearest.Differences.Length == 0)
                left.Remove(nearest.Candidate);
            foreach (var difference in nearest.Differences)
                yield return difference;
        }
    }

    private static string Shown(JsonNode? node)
    {
        const int Most = 120;
        var text = node?.ToJsonString() ?? "null";
        return text.Length <= Most ? text : text[..Most] + "...";
    }
}
