using System.Text.RegularExpressions;

namespace Harness.Tests.Tidy.Rules;

/// <summary>A test runs, or it is deleted.</summary>
internal sealed partial class SkippedTestRule : ITidyRule
{
    public IEnumerable<TidyFinding> Check(SourceFile file) =>
        Skipped().Matches(file.Code)
            .Select(match => file.Finding(file.LineAt(match.Index), $"{match.Value.Trim('[', '.')} skips a test"));

    [GeneratedRegex(@"\[(Ignore|Explicit)\b|\bAssert\.(Ignore|Inconclusive|Pass)\b|\bAssume\.")]
    private static partial Regex Skipped();
}
