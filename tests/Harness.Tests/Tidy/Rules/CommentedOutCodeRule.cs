using System.Text.RegularExpressions;

namespace Harness.Tests.Tidy.Rules;

/// <summary>Code that does not run is in the history; a comment says why.</summary>
internal sealed partial class CommentedOutCodeRule : ITidyRule
{
    public IEnumerable<TidyFinding> Check(SourceFile file) =>
        file.Comments
            .Where(comment => (file.IsCSharp ? CSharp() : Gherkin()).IsMatch(comment.Text))
            .Select(comment => file.Finding(comment.Line, "commented-out code: delete it"));

    [GeneratedRegex(
        @"^[{}]+[;,)]*$" +
        @"|^(return|throw|await|var|using|yield|break|continue)\b[^.]*;$" +
        @"|^(if|for|foreach|while|switch|lock)\s*\(.*\)\s*\{?$" +
        @"|^(public|private|internal|protected|static)\s.*[;{)]$" +
        @"|^[\w.\[\]<>]+\s*(=|\+=|-=|\?\?=)\s*.+;$" +
        @"|^[\w.]+\(.*\);$" +
        @"|^\[[A-Z]\w*(\(.*\))?\]$")]
    private static partial Regex CSharp();

    [GeneratedRegex(@"^(Given|When|Then|And|But|Scenario( Outline)?:|Background:|Examples:|@\w|\|.*\|$)")]
    private static partial Regex Gherkin();
}
