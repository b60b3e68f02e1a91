namespace Harness.Features.World;

/// <summary>Tokens that are almost right. Safe for any alphabet that a token may be written in.</summary>
public static class SpoiledToken
{
    /// <summary>The token with the letter or digit next to its middle replaced by another one.</summary>
    public static string Altered(string token)
    {
        var middle = token.Length / 2;
        var at = Enumerable.Range(0, token.Length)
            .Where(index => char.IsAsciiLetterOrDigit(token[index]))
            .OrderBy(index => Math.Abs(index - middle))
            .FirstOrDefault(-1);
        return at < 0 ? $"{token}x" : $"{token[..at]}{Next(token[at])}{token[(at + 1)..]}";
    }

    /// <summary>The token without its last character.</summary>
    public static string CutShort(string token) => token[..^1];

    /// <summary>A token of the same length and look with nothing in it that anybody issued.</summary>
    public static string Invented(string token, Random random) => string.Concat(token.Select(
        character => char.IsAsciiDigit(character) ? (char)('0' + random.Next(10))
            : char.IsAsciiLetterLower(character) ? (char)('a' + random.Next(26))
            : char.IsAsciiLetterUpper(character) ? (char)('A' + random.Next(26))
            : character));

    private static char Next(char character) => character switch
    {
        '9' => '0',
        'z' => 'a',
        'Z' => 'A',
        _ => (char)(character + 1),
    };
}
