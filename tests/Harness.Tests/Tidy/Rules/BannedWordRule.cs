using System.Text.RegularExpressions;

namespace Harness.Tests.Tidy.Rules;

/// <summary>What is left to do stands in the issue tracker, not in the sources.</summary>
internal sealed partial class BannedWordRule : ITidyRule
{
    public IEnumerable<TidyFinding> Check(SourceFile file) =>
        from line in file.Lines.Index()
        from match in Word().Matches(line.Item)
        select file.Finding(line.Index + 1, $"{match.Value}: do it, or write an issue");

    // Put together, so that this file does not find itself.
    [GeneratedRegex(@"\b(TO" + @"DO|FIX" + @"ME|HA" + @"CK|XX" + @"X)\b")]
    private static partial Regex Word();
}
