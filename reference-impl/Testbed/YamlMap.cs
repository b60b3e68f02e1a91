using YamlDotNet.RepresentationModel;

namespace Harness.Reference.Testbed;

/// <summary>
/// A mapping of the testbed file that is read key by key. What is wrong is noted with its line and reading
/// goes on, so that one look at the messages mends the whole file. Keys that nobody asked for are faults.
/// </summary>
internal sealed class YamlMap(YamlMappingNode node, string path, YamlFaults faults)
{
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    public YamlFaults Faults => faults;

    public string Path(string key) => path.Length == 0 ? key : $"{path}.{key}";

    /// <summary>Where the mapping starts.</summary>
    public YamlNode Node => node;

    /// <summary>The node at a key; null where it is absent or has no value.</summary>
    public YamlNode? Find(string key)
    {
        asked.Add(key);
        return node.Children.TryGetValue(new YamlScalarNode(key), out var value) && !IsNull(value) ? value : null;
    }

    /// <summary>A word that has to be there.</summary>
    public string Text(string key, string expected = "text") =>
        Find(key) is { } value ? faults.Scalar(value, Path(key), expected) : Missing(key, expected) ?? "";

    /// <summary>A word that may be absent.</summary>
    public string? OptionalText(string key) =>
        Find(key) is { } value ? faults.Scalar(value, Path(key), "text") : null;

    /// <summary>A whole number within bounds.</summary>
    public long Number(string key, long least, long most, long? absent = null)
    {
        var expected = $"a whole number from {least} to {most}";
        if (Find(key) is { } value)
            return faults.Number(value, Path(key), least, most);
        if (absent is null)
            Missing(key, expected);
        return absent ?? least;
    }

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public bool Flag(string key, bool absent)
    {
        if (Find(key) is not { } value)
            return absent;
        var text = faults.Scalar(value, Path(key), "true or false");
        if (text is not ("true" or "false"))
            faults.Add(value, Path(key), "true or false", $"'{text}'");
        return text == "true";
    }

    /// <summary>One of an enum's words, in capitals with underscores.</summary>
    public TEnum Word<TEnum>(string key, TEnum absent)
        where TEnum : struct, Enum =>
        Find(key) is { } value ? faults.Word<TEnum>(value, Path(key)) : absent;

    /// <summary>The elements of a list; <paramref name="absent"/> where there is no such key.</summary>
    public IReadOnlyList<T> List<T>(
        string key, Func<YamlNode, string, T> read, IReadOnlyList<T>? absent = null, string expected = "a list")
    {
        switch (Find(key))
        {
            case YamlSequenceNode sequence:
                return [.. sequence.Children.Select((child, index) => read(child, $"{Path(key)}[{index}]"))];
            case null when absent is null:
                Missing(key, expected);
                return [];
            case null:
                return absent;
            case var other:
                faults.Add(other, Path(key), expected, YamlFaults.Describe(other));
                return [];
        }
    }

    /// <summary>A mapping below a key; null where it is absent.</summary>
    public T? Map<T>(string key, Func<YamlMap, T> read)
        where T : class =>
        Find(key) is { } value ? faults.Map(value, Path(key), read) : null;

    /// <summary>Notes a key that has to be there and is not.</summary>
    public string? Missing(string key, string expected)
    {
        faults.Add(node, Path(key), expected, "nothing");
        return null;
    }

    /// <summary>Notes every key that nobody asked for.</summary>
    public void RefuseUnknownKeys()
    {
        foreach (var key in node.Children.Keys)
        {
            var name = key is YamlScalarNode scalar ? scalar.Value ?? "" : key.ToString();
            if (!asked.Contains(name))
            {
                faults.Add(
                    key, Path(name), $"one of the keys {string.Join(", ", asked.Order(StringComparer.Ordinal))}",
                    $"'{name}'", NearestWord.To(name, asked));
            }
        }
    }

    private static bool IsNull(YamlNode value) =>
        value is YamlScalarNode { Style: YamlDotNet.Core.ScalarStyle.Plain, Value: "" or "~" or "null" };
}
