using System.Globalization;
using System.Text;

namespace Harness.Certification.Reports;

/// <summary>
/// Text from a target, made fit to be shown: a hostile one must not break the file, nor make a reader see
/// something other than what it sent.
/// </summary>
internal static class PlainText
{
    private const char Replacement = '\uFFFD';

    /// <summary>
    /// The text with every character that XML cannot hold, that a terminal or a browser would obey, or that turns
    /// the direction of writing, replaced by a visible sign of it. Tabs and line ends stay.
    /// </summary>
    public static string Visible(string text)
    {
        var first = FirstToReplace(text);
        if (first < 0)
            return text;
        var result = new StringBuilder(text, 0, first, text.Length + 16);
        for (var i = first; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text, i))
                result.Append(text[i]).Append(text[++i]);
            else
                Append(result, text[i]);
        }

        return result.ToString();
    }

    private static int FirstToReplace(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text, i))
                i++;
            else if (IsUnfit(text[i]))
                return i;
        }

        return -1;
    }

    private static bool IsUnfit(char c) =>
        c is < ' ' and not ('\t' or '\n' or '\r') or >= '\u007F' and <= '\u009F' or '\uFFFE' or '\uFFFF'
        || char.IsSurrogate(c)
        || TurnsDirection(c);

    private static bool TurnsDirection(char c) =>
        c is '\u061C' or '\u200E' or '\u200F' or >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069';

    private static void Append(StringBuilder result, char c)
    {
        if (!IsUnfit(c))
            result.Append(c);
        else if (c < ' ')
            result.Append((char)('\u2400' + c));
        else if (c == '\u007F')
            result.Append('\u2421');
        else if (c <= '\u009F' || TurnsDirection(c))
            result.Append(CultureInfo.InvariantCulture, $"\u27E8U+{(int)c:X4}\u27E9");
        else
            result.Append(Replacement);
    }
}
