using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Harness.Lab.Topology.Yaml;

/// <summary>
/// A node of a topology file and where it stands. Asking for what is not there notes a fault and answers with
/// something harmless, so that one look at the messages mends the whole file.
/// </summary>
internal sealed partial class YamlPart(string source, YamlNode node, string path, List<TopologyFault> faults)
{
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    /// <summary>Says that something else was expected here.</summary>
    public void Wrong(string expected, string? found = null) =>
        faults.Add(new TopologyFault(source, (int)node.Start.Line, path, expected, found ?? Described));

    /// <summary>What a key holds; null without it.</summary>
    public YamlPart? Optional(string key)
    {
        asked.Add(key);
        var name = new YamlScalarNode(key);
        if (node is not YamlMappingNode mapping || !mapping.Children.TryGetValue(name, out var value))
            return null;
        return new YamlPart(source, value, path.Length == 0 ? key : $"{path}.{key}", faults);
    }

    /// <summary>What a key holds, read; a fault and the stand-in without it.</summary>
    public T Needed<T>(string key, Func<YamlPart, T> read, T standIn)
    {
        if (Optional(key) is { } part)
            return read(part);
        Wrong($"a key {key}", "none");
        return standIn;
    }

    /// <summary>An id: letters, digits and hyphens, 1 to 12, the first a letter; fits names of nodes.</summary>
    public string Id()
    {
        if (node is YamlScalarNode { Value: { } text } && ShortId().IsMatch(text))
            return text;
        Wrong("an id of 1 to 12 lower-case letters, digits and hyphens that begins with a letter");
        return "";
    }

    /// <summary>A text on one line.</summary>
    public string Text()
    {
        if (node is YamlScalarNode { Value: { Length: > 0 } text } && !text.Any(char.IsControl))
            return text;
        Wrong("a text on one line");
        return "";
    }

    /// <summary>A whole number within bounds.</summary>
    public long Number(long least, long most)
    {
        if (node is YamlScalarNode { Value: { } text }
            && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most)
            return number;
        Wrong($"a whole number from {least} to {most}");
        return least;
    }

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public bool Flag()
    {
        if (node is YamlScalarNode { Value: "true" or "false" } scalar)
            return scalar.Value == "true";
        Wrong("true or false");
        return false;
    }

    /// <summary>The items of a list that has at least one.</summary>
    public IReadOnlyList<T> Items<T>(Func<YamlPart, T> read)
    {
        if (node is YamlSequenceNode { Children: { Count: > 0 } items })
            return [.. items.Select((item, at) => read(new YamlPart(source, item, $"{path}[{at}]", faults)))];
        Wrong("a list with at least one item");
        return [];
    }

    /// <summary>The items of a list, of which no two may have the same id.</summary>
    public IReadOnlyList<T> Items<T>(Func<YamlPart, T> read, Func<T, string> id)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return Items(part =>
        {
            var item = read(part);
            if (id(item) is { Length: > 0 } text && !seen.Add(text))
                part.Wrong("an id that is not used before", $"'{text}' again");
            return item;
        });
    }

    /// <summary>Notes a fault where it is no mapping, and of every key that nobody asked for.</summary>
    public void Close()
    {
        if (node is not YamlMappingNode mapping)
        {
            Wrong($"a mapping with {string.Join(", ", asked)}");
            return;
        }

        foreach (var key in mapping.Children.Keys.Where(key => !asked.Contains($"{key}")))
            faults.Add(new TopologyFault(
                source, (int)key.Start.Line, path, $"one of the keys {string.Join(", ", asked)}", $"'{key}'"));
    }

    private string Described => node switch
    {
        YamlScalarNode { Value: null or "" } => "nothing",
        YamlScalarNode scalar => $"'{scalar.Value}'",
        YamlSequenceNode { Children.Count: 0 } => "an empty list",
        YamlSequenceNode => "a list",
        _ => "a mapping",
    };

    [GeneratedRegex("^[a-z][a-z0-9-]{0,11}$")]
    private static partial Regex ShortId();
}
