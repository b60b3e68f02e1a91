using Harness.Tests.Tidy.Rules;

namespace Harness.Tests.Tidy;

/// <summary>All rules of the house that a machine can see.</summary>
internal static class TidyCheck
{
    private static readonly ITidyRule[] _rules =
    [
        new FileShapeRule(),
        new MethodLengthRule(),
        new RegionRule(),
        new BannedWordRule(),
        new CommentedOutCodeRule(),
        new BlankCatchRule(),
        new SuppressionRule(),
        new SkippedTestRule(),
    ];

    public static IReadOnlyList<TidyFinding> Check(string path, string text)
    {
        var file = new SourceFile(path, text);
        return [.. _rules.SelectMany(rule => rule.Check(file)).OrderBy(finding => finding.Line)];
    }
}
