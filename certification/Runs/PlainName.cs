using System.Text;

namespace Harness.Certification.Runs;

/// <summary>Names of files that mean the same everywhere, and never another directory.</summary>
public static class PlainName
{
    private const int Longest = 200;

    /// <summary>
    /// Whether it is one: lower-case letters, digits, hyphens, and single full stops within. Nothing else, so that no
    /// name leads out of its directory, hides, or means something to a shell or a browser.
    /// </summary>
    public static bool Is(string name) =>
        name.Length is > 0 and <= Longest
        && name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '-' or '.')
        && name[0] is not ('.' or '-')
        && name[^1] != '.'
        && !name.Contains("..", StringComparison.Ordinal);

    /// <summary>
    /// What is left of a scenario's id: <c>features/connections/create.feature:12</c> gives
    /// <c>connections-create-12</c>.
    /// </summary>
    public static string Of(string scenarioId)
    {
        var name = new StringBuilder();
        var id = scenarioId.Replace(".feature", "", StringComparison.Ordinal);
        foreach (var letter in id.StartsWith("features/", StringComparison.Ordinal) ? id["features/".Length..] : id)
        {
            if (char.IsAsciiLetterOrDigit(letter))
                name.Append(char.ToLowerInvariant(letter));
            else if (name.Length > 0 && name[^1] != '-')
                name.Append('-');
        }

        return $"{name}".TrimEnd('-');
    }
}
