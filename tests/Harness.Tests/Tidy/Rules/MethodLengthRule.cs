using System.Text.RegularExpressions;

namespace Harness.Tests.Tidy.Rules;

/// <summary>A method or property fits on a screen. Tables of data are no methods.</summary>
internal sealed partial class MethodLengthRule : ITidyRule
{
    public const int MostLines = 70;

    public IEnumerable<TidyFinding> Check(SourceFile file) =>
        file.IsCSharp ? Members(file, new Cursor(file.Code), inType: false) : [];

    private static List<TidyFinding> Members(SourceFile file, Cursor cursor, bool inType)
    {
        var findings = new List<TidyFinding>();
        while (cursor.ToMember())
        {
            var start = cursor.At;
            var header = cursor.ToEndOfHeader();
            if (cursor.Sees('{') && TypeHeader().IsMatch(header))
            {
                cursor.Step();
                findings.AddRange(Members(file, cursor, inType: !NamespaceHeader().IsMatch(header)));
                cursor.Step();
                continue;
            }

            var isData = cursor.Sees('=') && !cursor.Sees("=>");
            cursor.ToEndOfMember();
            var lines = file.LineAt(cursor.At - 1) - file.LineAt(start) + 1;
            var message = $"{Named(header)} has {lines} lines, at most {MostLines}";
            if (inType && !isData && lines > MostLines)
                findings.Add(file.Finding(file.LineAt(start), message));
        }

        return findings;
    }

    private static string Named(string header)
    {
        var match = Name().Match(header);
        return match.Success ? match.Groups[1].Value : header.Trim();
    }

    [GeneratedRegex(@"^[^(=]*\b(namespace|class|struct|record|interface|enum|extension)\b")]
    private static partial Regex TypeHeader();

    [GeneratedRegex(@"^\s*namespace\b")]
    private static partial Regex NamespaceHeader();

    [GeneratedRegex(@"(\w+)\s*(<[^()]*>)?\s*(\(|$)")]
    private static partial Regex Name();
}
