namespace Harness.Cli;

/// <summary>What was given cannot be worked with: <see cref="ExitCode.CouldNotRun"/>, without a stack trace.</summary>
/// <param name="lines">One line for each thing to mend: the place, what was expected, what was found.</param>
public sealed class CannotRunException(params IReadOnlyList<string> lines) : Exception(string.Join('\n', lines))
{
    /// <summary>One line for each thing to mend.</summary>
    public IReadOnlyList<string> Lines { get; } = lines;
}
