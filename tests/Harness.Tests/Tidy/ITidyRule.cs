namespace Harness.Tests.Tidy;

/// <summary>A rule of the house that can be seen in one file.</summary>
internal interface ITidyRule
{
    IEnumerable<TidyFinding> Check(SourceFile file);
}
