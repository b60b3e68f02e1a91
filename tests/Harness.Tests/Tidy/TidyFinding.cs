namespace Harness.Tests.Tidy;

/// <summary>A place that breaks a rule of the house, and what to do about it.</summary>
internal sealed record TidyFinding(string Path, int Line, string Message)
{
    public override string ToString() => $"{Path}:{Line}: {Message}";
}
