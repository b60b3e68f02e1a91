using System.Globalization;
using System.Text.Json;
using YamlDotNet.RepresentationModel;

namespace Harness.Reference.Testbed;

/// <summary>Reads single nodes of a testbed file and collects what is wrong with them.</summary>
internal sealed class YamlFaults(string source)
{
    private readonly List<TestbedFault> faults = [];

    public IReadOnlyList<TestbedFault> All => faults;

    public void Add(YamlNode node, string path, string expected, string found, string? nearest = null) =>
        Add((int)node.Start.Line, path, expected, found, nearest);

    public void Add(int line, string path, string expected, string found, string? nearest = null) =>
        faults.Add(new TestbedFault(source, line, path, expected, found, nearest));

    /// <summary>What a node is, for a message.</summary>
    public static string Describe(YamlNode node) => node switch
    {
        YamlScalarNode scalar => $"'{scalar.Value}'",
        YamlSequenceNode => "a list",
        _ => "a mapping",
    };

    public string Scalar(YamlNode node, string path, string expected)
    {
        if (node is YamlScalarNode { Value: { Length: > 0 } value })
            return value;
        Add(node, path, expected, Describe(node));
        return "";
    }

    public long Number(YamlNode node, string path, long least, long most)
    {
        var text = Scalar(node, path, $"a whole number from {least} to {most}");
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most)
            return number;
        if (text.Length > 0)
            Add(node, path, $"a whole number from {least} to {most}", $"'{text}'");
        return least;
    }

    public TEnum Word<TEnum>(YamlNode node, string path)
        where TEnum : struct, Enum
    {
        var words = Words<TEnum>();
        var text = Scalar(node, path, $"one of {string.Join(", ", words.Keys)}");
        if (words.TryGetValue(text, out var value))
            return value;
        if (text.Length > 0)
        {
            Add(node, path, $"one of {string.Join(", ", words.Keys)}", $"'{text}'", NearestWord.To(text, words.Keys));
        }

        return default;
    }

    public T? Map<T>(YamlNode node, string path, Func<YamlMap, T> read)
        where T : class
    {
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

    /// <summary>The words of an enum as the testbed file writes them.</summary>
    public static IReadOnlyDictionary<string, TEnum> Words<TEnum>()
        where TEnum : struct, Enum =>
        Enum.GetValues<TEnum>().ToDictionary(Word, value => value, StringComparer.Ordinal);

    /// <summary>The word of an enum's value as the testbed file writes it.</summary>
    public static string Word<TEnum>(TEnum value)
        where TEnum : struct, Enum =>
        JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString());
}
