using System.Text.RegularExpressions;

namespace Harness.Certification.Loading;

/// <summary>What stands between braces in a Cucumber expression.</summary>
/// <param name="Name">Such as <c>int</c>.</param>
/// <param name="Pattern">Regular expression of the text that it takes.</param>
/// <param name="Transformation">Makes the argument of it; null for the types that come with Cucumber.</param>
internal sealed record ParameterType(string Name, string Pattern, Transformation? Transformation = null)
{
    private const string Quoted = """
        "([^"\\]*(?:\\.[^"\\]*)*)"|'([^'\\]*(?:\\.[^'\\]*)*)'
        """;

    private readonly Regex _whole = new($"^(?:{Pattern})$", RegexOptions.CultureInvariant);

    /// <summary>The types that come with Cucumber.</summary>
    public static IReadOnlyList<ParameterType> BuiltIn { get; } =
    [
        new("int", @"-?\d+"),
        new("long", @"-?\d+"),
        new("float", @"[-+]?\d*\.?\d+(?:[eE][-+]?\d+)?"),
        new("double", @"[-+]?\d*\.?\d+(?:[eE][-+]?\d+)?"),
        new("word", @"\S+"),
        new("string", Quoted),
        new("", ".*"),
    ];

    /// <summary>The groups that the pattern has in the text; without groups, the text itself.</summary>
    public IReadOnlyList<string> Parts(string text)
    {
        var match = _whole.Match(text);
        return match.Groups.Count == 1
            ? [text]
            : [.. match.Groups.Cast<Group>().Skip(1).Select(group => group.Value)];
    }

    /// <summary>What the step sees of the text: without the quotes that belong to <c>{string}</c>.</summary>
    public string Plain(string text)
    {
        if (Name != "string" || Transformation is not null)
            return text;
        var quote = text[0];
        return text[1..^1].Replace($@"\{quote}", quote.ToString()).Replace(@"\\", @"\");
    }
}
