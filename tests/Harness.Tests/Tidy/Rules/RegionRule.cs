using System.Text.RegularExpressions;

namespace Harness.Tests.Tidy.Rules;

/// <summary>A file that needs regions is two files.</summary>
internal sealed partial class RegionRule : ITidyRule
{
    public IEnumerable<TidyFinding> Check(SourceFile file) =>
        Region().Matches(file.Code).Select(match => file.Finding(file.LineAt(match.Index), "a region: split the file"));

    [GeneratedRegex(@"^[ \t]*#[ \t]*region\b", RegexOptions.Multiline)]
    private static partial Regex Region();
}
