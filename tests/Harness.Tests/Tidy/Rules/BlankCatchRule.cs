using System.Text.RegularExpressions;

namespace Harness.Tests.Tidy.Rules;

/// <summary>
/// An exception that is caught is dealt with. Doing nothing may be right, when it is of an expected kind and a comment
/// says why.
/// </summary>
internal sealed partial class BlankCatchRule : ITidyRule
{
    private const string Swallowed = "a swallowed exception: deal with it, or say why an expected one needs nothing";

    public IEnumerable<TidyFinding> Check(SourceFile file) =>
        BlankCatch().Matches(file.Code)
            .Where(match => TakesAll().IsMatch(match.Value) || !HasReason(file, match))
            .Select(match => file.Finding(file.LineAt(match.Index), Swallowed));

    private static bool HasReason(SourceFile file, Match match) =>
        file.Comments.Any(comment =>
            comment.Line >= file.LineAt(match.Index) && comment.Line <= file.LineAt(match.Index + match.Length));

    [GeneratedRegex(@"^catch\s*(\{|\(\s*(System\.)?Exception\b[^()]*\)\s*\{)")]
    private static partial Regex TakesAll();

    // The type and the filter may hold brackets of their own, which are balanced.
    [GeneratedRegex(
        @"\bcatch\b\s*(?<list>(when\s*)?\((?:[^()]|(?<open>\()|(?<-open>\)))*(?(open)(?!))\)\s*)*\{\s*\}")]
    private static partial Regex BlankCatch();
}
