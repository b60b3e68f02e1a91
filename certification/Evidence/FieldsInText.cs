using System.Text.RegularExpressions;

namespace Harness.Certification.Evidence;

/// <summary>
/// Finds secret fields in text that cannot be read as JSON. A field's name may be an everyday word, such as
/// <c>key</c>: so prose is searched narrowly, and nothing is learnt from what is not clearly a value.
/// </summary>
internal sealed class FieldsInText
{
    private const string Value = """("(?:[^"\\]|\\.)*"?|'[^']*'?|[^\s,;&"'\]}]+)""";
    private const string Nothing = "(?!)";

    private readonly Regex _narrow;
    private readonly Regex _wide;

    public FieldsInText(IReadOnlyCollection<string> fields)
    {
        var names = string.Join('|', fields.Select(Regex.Escape));
        _narrow = Compiled(fields.Count == 0 ? Nothing : $"""((?:"(?:{names})"\s*:\s*|\b(?:{names})=)){Value}""");
        _wide = Compiled(fields.Count == 0 ? Nothing : $"""(["']?\b(?:{names})\b["']?\s*[:=]\s*){Value}""");
    }

    /// <summary>Marks the values of <c>"name": ...</c> and <c>name=...</c>, and tells what they were.</summary>
    public string Marked(string text, Action<string> learn) =>
        _narrow.Replace(text, match => match.Groups[1].Value + Veil(match.Groups[2].Value, learn, learn));

    /// <summary>Marks the values of <c>name: ...</c>, too; of those, tells only what stands in quotes.</summary>
    public string MarkedInBody(string body, Action<string> learn) =>
        _wide.Replace(body, match => match.Groups[1].Value + Veil(match.Groups[2].Value, learn, static _ => { }));

    private static Regex Compiled(string pattern) =>
        new(pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private static string Veil(string value, Action<string> learnQuoted, Action<string> learnBare)
    {
        if (value[0] is not ('"' or '\''))
        {
            learnBare(Uri.UnescapeDataString(value));
            return Redactor.Mark;
        }

        learnQuoted(value.Trim(value[0]));
        return $"{value[0]}{Redactor.Mark}{value[0]}";
    }
}
