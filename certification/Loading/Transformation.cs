using System.Reflection;
using System.Text.RegularExpressions;

namespace Harness.Certification.Loading;

/// <summary>A method that makes an argument of text or a table.</summary>
/// <param name="Method">The method.</param>
/// <param name="Result">What it makes.</param>
/// <param name="Expression">Regular expression of the text that it takes; null for any.</param>
/// <param name="TakesTable">It takes a data table rather than text.</param>
internal sealed record Transformation(MethodInfo Method, Type Result, string? Expression, bool TakesTable)
{
    /// <summary>The groups of the expression in the text, or null where it does not take it.</summary>
    public IReadOnlyList<string>? Parts(string text)
    {
        if (Expression is null)
            return [text];
        var match = Regex.Match(text, $"^(?:{Expression})$", RegexOptions.CultureInvariant);
        if (!match.Success)
            return null;
        return match.Groups.Count == 1 ? [text] : [.. match.Groups.Cast<Group>().Skip(1).Select(group => group.Value)];
    }
}
