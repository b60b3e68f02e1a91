using YamlDotNet.RepresentationModel;

namespace Harness.Features.Target.Loading;

/// <summary>
/// A mapping of the target file, read key by key. What is wrong is noted and reading goes on, so that one look at
/// the messages mends the whole file. Keys that nobody asked for are faults.
/// </summary>
internal sealed class YamlMap(YamlMappingNode node, string path, YamlFaults faults)
{
    private readonly List<string> asked = [];

    public YamlFaults Faults => faults;

    /// <summary>Where the mapping starts.</summary>
    public YamlNode Node => node;

    /// <summary>Its own path.</summary>
    public string Path => path;

    /// <summary>Its keys, in order.</summary>
    public IEnumerable<string> Keys => node.Children.Keys.Select(key => (key as YamlScalarNode)?.Value ?? "");

    public string PathOf(string key) => path.Length == 0 ? key : $"{path}.{key}";

    /// <summary>The value of a key; null where it is absent or has none.</summary>
    public YamlNode? Find(string key)
    {
        asked.Add(key);
        var (name, value) = node.Children.FirstOrDefault(pair => (pair.Key as YamlScalarNode)?.Value == key);
        if (value is null or YamlScalarNode { Value: null or "" or "~" or "null" })
            return null;
        // The key's line: a mapping begins on the line after it.
        faults.Note(name, PathOf(key));
        return value;
    }

    /// <summary>The value of a key that has to be there; a fault where it is not.</summary>
    public YamlNode? Needed(string key, string expected)
    {
        if (Find(key) is { } value)
            return value;
        faults.Add(node, PathOf(key), expected, "nothing");
        return null;
    }

    /// <summary>A text that has to be there; empty, and a fault, where it is not.</summary>
    public string Text(string key, string expected = "a text") =>
        Needed(key, expected) is { } value ? faults.Text(value, PathOf(key), expected) ?? "" : "";

    /// <summary>A text that may be absent.</summary>
    public string? OptionalText(string key, string expected = "a text") =>
        Find(key) is { } value ? faults.Text(value, PathOf(key), expected) : null;

    /// <summary>A whole number within bounds, which has to be there unless it has a value when absent.</summary>
    public long Number(string key, long least, long most, long? absent = null)
    {
        var value = absent is null ? Needed(key, $"a whole number from {least} to {most}") : Find(key);
        return (value is null ? null : faults.Number(value, PathOf(key), least, most)) ?? absent ?? least;
    }

    /// <summary>A truth value.</summary>
    public bool Flag(string key, bool absent) =>
        Find(key) is { } value ? faults.Word(value, PathOf(key), ["true", "false"]) == "true" : absent;

    /// <summary>One of some words, which has to be there unless it has a value when absent.</summary>
    public string Word(string key, IReadOnlyCollection<string> words, string? absent = null)
    {
        var value = absent is null ? Needed(key, $"one of {string.Join(", ", words)}") : Find(key);
        return (value is null ? null : faults.Word(value, PathOf(key), words)) ?? absent ?? words.First();
    }

    /// <summary>A mapping below a key; null where it is absent or none.</summary>
    public T? Map<T>(string key, Func<YamlMap, T?> read)
        where T : class => Find(key) is { } value ? faults.Map(value, PathOf(key), read) : null;

    /// <summary>A list below a key; a single value counts as a list of one. What is wrong is left out.</summary>
    public IReadOnlyList<T> List<T>(string key, Func<YamlNode, string, T?> read, string? needed = null)
        where T : notnull
    {
        var value = needed is null ? Find(key) : Needed(key, needed);
        if (value is null)
            return [];
        var nodes = value is YamlSequenceNode sequence ? sequence.Children : [value];
        if (nodes.Count == 0 && needed is not null)
            faults.Add(value, PathOf(key), needed, "an empty list");
        var items = new List<T>();
        for (var i = 0; i < nodes.Count; i++)
        {
            var place = $"{PathOf(key)}[{i}]";
            faults.Note(nodes[i], place);
            if (read(nodes[i], place) is { } item)
                items.Add(item);
        }

        return items;
    }

    /// <summary>A list of whole numbers within bounds.</summary>
    public IReadOnlyList<int> Numbers(string key, int least, int most, string? needed = null)
    {
        var numbers = new List<int>();
        List<YamlNode>(key, (node, place) =>
        {
            if (faults.Number(node, place, least, most) is { } number)
                numbers.Add((int)number);
            return null;
        }, needed);
        return numbers;
    }

    /// <summary>Says of a key's value that it is wrong.</summary>
    public void Wrong(string key, string expected, string? found = null, string? hint = null)
    {
        var value = Find(key) ?? node;
        faults.Add(value, PathOf(key), expected, found ?? YamlFaults.Describe(value), hint);
    }

    /// <summary>Makes a fault of every key that was not asked for.</summary>
    public void RefuseUnknownKeys()
    {
        foreach (var (key, _) in node.Children)
        {
            var word = (key as YamlScalarNode)?.Value ?? "";
            if (asked.Contains(word))
                continue;
            var known = asked.Distinct().ToList();
            faults.Add(
                key,
                PathOf(word),
                known.Count == 1 ? $"the key {known[0]}" : $"one of the keys {string.Join(", ", known)}",
                $"'{word}'",
                YamlFaults.DidYouMean(word, known));
        }
    }
}
