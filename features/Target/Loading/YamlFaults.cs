using System.Globalization;
using Harness.Certification.Text;
using YamlDotNet.RepresentationModel;

namespace Harness.Features.Target.Loading;

/// <summary>Reads single values of a target file, notes where they stand, and collects what is wrong.</summary>
internal sealed class YamlFaults(SourceLines lines)
{
    private readonly List<TargetFault> faults = [];

    /// <summary>All faults, by line.</summary>
    public IReadOnlyList<TargetFault> All => [.. faults.OrderBy(fault => fault.Line)];

    public static string Describe(YamlNode node) => node switch
    {
        YamlScalarNode { Value: null or "" or "~" } => "nothing",
        YamlScalarNode scalar => $"'{scalar.Value}'",
        YamlSequenceNode => "a list",
        _ => "a mapping",
    };

    /// <summary><c>did you mean x?</c>, or null where no word is near.</summary>
    public static string? DidYouMean(string found, IEnumerable<string> words) =>
        Nearest.Of(found, words) is { } near ? $"did you mean {near}?" : null;

    public void Note(YamlNode node, string path) => lines.Note(path, (int)node.Start.Line);

    public void Add(YamlNode node, string path, string expected, string found, string? hint = null) =>
        Add((int)node.Start.Line, path, expected, found, hint);

    public void Add(int line, string path, string expected, string found, string? hint = null) =>
        faults.Add(new TargetFault(lines.Source, line, path, expected, found, hint));

    /// <summary>A fault of a value that was read before.</summary>
    public void AddAt(string path, string expected, string found, string? hint = null) =>
        Add(lines.LineOf(path), path, expected, found, hint);

    /// <summary>A text that is not empty; null, and a fault, where it is none.</summary>
    public string? Text(YamlNode node, string path, string expected)
    {
        Note(node, path);
        if (node is YamlScalarNode { Value: { Length: > 0 } value })
            return value;
        Add(node, path, expected, Describe(node));
        return null;
    }

    /// <summary>A whole number within bounds; null, and a fault, where it is none.</summary>
    public long? Number(YamlNode node, string path, long least, long most)
    {
        var expected = $"a whole number from {least} to {most}";
        if (Text(node, path, expected) is not { } text)
            return null;
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most)
            return number;
        Add(node, path, expected, $"'{text}'");
        return null;
    }

    /// <summary>One of some words; null, and a fault with the nearest one, where it is none of them.</summary>
    public string? Word(YamlNode node, string path, IReadOnlyCollection<string> words)
    {
        var expected = words.Count == 1 ? words.First() : $"one of {string.Join(", ", words)}";
        if (Text(node, path, expected) is not { } text)
            return null;
        if (words.Contains(text))
            return text;
        Add(node, path, expected, $"'{text}'", DidYouMean(text, words));
        return null;
    }

    /// <summary>A mapping, read by <paramref name="read"/>; unknown keys in it are faults.</summary>
    public T? Map<T>(YamlNode node, string path, Func<YamlMap, T?> read)
        where T : class
    {
        Note(node, path);
        if (node is not YamlMappingNode mapping)
        {
            Add(node, path, "a mapping", Describe(node));
            return null;
        }

        var map = new YamlMap(mapping, path, this);
        var value = read(map);
        map.RefuseUnknownKeys();
        return value;
    }
}
