using System.Text;
using System.Text.RegularExpressions;

namespace Harness.Features.Target.Hooks;

/// <summary>
/// Text with placeholders such as <c>{connectionId}</c>. A brace that begins no placeholder is just a brace.
/// </summary>
public sealed partial class Template
{
    private readonly IReadOnlyList<Part> parts;

    private Template(IReadOnlyList<Part> parts) => this.parts = parts;

    /// <summary>The placeholders, secrets apart, each once.</summary>
    public IEnumerable<string> Placeholders =>
        parts.Where(part => part.Kind == PartKind.Value).Select(part => part.Text).Distinct();

    /// <summary>The one placeholder that the whole text consists of; null where there is more or other text.</summary>
    public string? Whole => parts is [{ Kind: PartKind.Value } only] ? only.Text : null;

    /// <summary>Reads a template.</summary>
    /// <param name="text">With placeholders; <c>{env:X}</c> and <c>{file:Y}</c> are secrets.</param>
    /// <param name="secret">Reads a secret by its kind, <c>env</c> or <c>file</c>, and its name.</param>
    public static Template Parse(string text, Func<string, string, Secret> secret)
    {
        var parts = new List<Part>();
        var end = 0;
        foreach (Match match in PlaceholderForm().Matches(text))
        {
            parts.Add(Part.Literal(text[end..match.Index]));
            parts.Add(match.Groups["kind"].Success
                ? Part.Hidden(secret(match.Groups["kind"].Value, match.Groups["source"].Value))
                : Part.Value(match.Groups["name"].Value));
            end = match.Index + match.Length;
        }

        parts.Add(Part.Literal(text[end..]));
        return new Template([.. parts.Where(part => part.Kind != PartKind.Literal || part.Text.Length > 0)]);
    }

    /// <summary>The text with every placeholder filled in.</summary>
    /// <param name="value">The value of a placeholder.</param>
    public string Fill(Func<string, string> value)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
            text.Append(part.Kind switch
            {
                PartKind.Value => value(part.Text),
                PartKind.Secret => part.HiddenValue!.Reveal(),
                _ => part.Text,
            });
        return text.ToString();
    }

    /// <summary>The text with its placeholders as they were written; secrets by their source only.</summary>
    public override string ToString() => string.Concat(parts.Select(part => part.Kind switch
    {
        PartKind.Value => $"{{{part.Text}}}",
        PartKind.Secret => $"{{{part.HiddenValue}}}",
        _ => part.Text,
    }));

    [GeneratedRegex(@"\{(?:(?<kind>env|file):(?<source>[^{}\s]+)|(?<name>[A-Za-z][A-Za-z0-9]*))\}")]
    private static partial Regex PlaceholderForm();

    private enum PartKind
    {
        Literal,
        Value,
        Secret,
    }

    private sealed record Part(PartKind Kind, string Text, Secret? HiddenValue)
    {
        public static Part Literal(string text) => new(PartKind.Literal, text, null);

        public static Part Value(string name) => new(PartKind.Value, name, null);

        public static Part Hidden(Secret secret) => new(PartKind.Secret, "", secret);
    }
}
