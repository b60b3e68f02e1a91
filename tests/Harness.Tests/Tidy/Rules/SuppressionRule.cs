using System.Text.RegularExpressions;

namespace Harness.Tests.Tidy.Rules;

/// <summary>A warning that is suppressed has its reason beside it.</summary>
internal sealed partial class SuppressionRule : ITidyRule
{
    public IEnumerable<TidyFinding> Check(SourceFile file)
    {
        var pragmas = Pragma().Matches(file.Code).Select(match => file.LineAt(match.Index))
            .Where(line => !file.Comments.Any(comment => comment.Line == line || comment.Line == line - 1));
        var attributes = Attribute().Matches(file.Code)
            .Where(match => !match.Value.Contains("Justification", StringComparison.Ordinal))
            .Select(match => file.LineAt(match.Index));
        return pragmas.Concat(attributes)
            .Select(line => file.Finding(line, "a suppressed warning without its reason beside it"));
    }

    [GeneratedRegex(@"^[ \t]*#[ \t]*pragma[ \t]+warning[ \t]+disable", RegexOptions.Multiline)]
    private static partial Regex Pragma();

    [GeneratedRegex(@"\bSuppressMessage\b[^\]]*\]")]
    private static partial Regex Attribute();
}
