namespace Harness.Reference.Testbed;

/// <summary>A testbed that a server cannot start with; each line says what to change.</summary>
public sealed class TestbedException(IReadOnlyList<string> problems)
    : Exception(string.Join("\n", problems))
{
    /// <summary>One line for each problem.</summary>
    public IReadOnlyList<string> Problems { get; } = problems;
}
