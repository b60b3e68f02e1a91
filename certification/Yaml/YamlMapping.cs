using Harness.Certification.Loading;
using Harness.Certification.Text;
using YamlDotNet.RepresentationModel;

namespace Harness.Certification.Yaml;

/// <summary>A YAML mapping. Whatever is not as asked for is reported with its line, and read as empty.</summary>
internal sealed class YamlMapping(string file, YamlMappingNode node, Problems problems)
{
    public int Line => (int)node.Start.Line;

    /// <summary>Reports every key that is not one of these.</summary>
    public void AllowOnly(params string[] keys)
    {
        foreach (var key in node.Children.Keys)
        {
            if (key is not YamlScalarNode { Value: { } name } || !keys.Contains(name))
                problems.Add(
                    file,
                    (int)key.Start.Line,
                    $"Unknown key \"{key}\"{Nearest.Hint(key.ToString(), keys)}; known are {string.Join(", ", keys)}");
        }
    }

    /// <summary>A text that has to be there.</summary>
    public string Text(string key)
    {
        var text = OptionalText(key);
        if (text is null && Find(key) is null)
            problems.Add(file, Line, $"Expected a \"{key}\", found none");
        return text ?? "";
    }

    /// <summary>A text, or null without one.</summary>
    public string? OptionalText(string key)
    {
        switch (Find(key))
        {
            case null:
                return null;
            case YamlScalarNode { Value: { } text } when !string.IsNullOrWhiteSpace(text):
                return text;
            default:
                Report(key, $"Expected text for \"{key}\"");
                return null;
        }
    }

    /// <summary>One of several words.</summary>
    public string Word(string key, IReadOnlyCollection<string> words)
    {
        var text = Text(key);
        if (text.Length > 0 && !words.Contains(text))
            Report(
                key,
                $"Expected {key} to be one of {string.Join(", ", words)}, found \"{text}\"{Nearest.Hint(text, words)}");
        return text;
    }

    /// <summary>True or false; false without it.</summary>
    public bool Flag(string key)
    {
        var text = OptionalText(key);
        if (text is not (null or "true" or "false"))
            Report(key, $"Expected {key} to be true or false, found \"{text}\"");
        return text == "true";
    }

    /// <summary>A list of texts with at least one item.</summary>
    public IReadOnlyList<string> Texts(string key)
    {
        var items = Items(key, required: true);
        foreach (var item in items.Where(item => item is not YamlScalarNode))
            problems.Add(file, (int)item.Start.Line, $"Expected text in \"{key}\"");
        return [.. items.OfType<YamlScalarNode>().Select(item => item.Value ?? "")];
    }

    /// <summary>A list of mappings; where it is required, with at least one item.</summary>
    public IReadOnlyList<YamlMapping> Mappings(string key, bool required = false)
    {
        var items = Items(key, required);
        foreach (var item in items.Where(item => item is not YamlMappingNode))
            problems.Add(file, (int)item.Start.Line, $"Expected a mapping in \"{key}\", found \"{item}\"");
        return [.. items.OfType<YamlMappingNode>().Select(item => new YamlMapping(file, item, problems))];
    }

    /// <summary>Reports an error at the key's value.</summary>
    public void Report(string key, string message) =>
        problems.Add(file, (int)(Find(key) ?? node).Start.Line, message);

    private List<YamlNode> Items(string key, bool required)
    {
        var found = Find(key);
        if (found is YamlSequenceNode sequence && (sequence.Children.Count > 0 || !required))
            return [.. sequence];
        if (found is not null)
            Report(key, $"Expected a list{(required ? " with at least one item" : "")} for \"{key}\"");
        else if (required)
            problems.Add(file, Line, $"Expected a \"{key}\", found none");
        return [];
    }

    private YamlNode? Find(string key) =>
        node.Children.FirstOrDefault(pair => pair.Key is YamlScalarNode { Value: { } name } && name == key).Value;
}
