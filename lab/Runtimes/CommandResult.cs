namespace Harness.Lab.Runtimes;

/// <summary>What came of a command.</summary>
/// <param name="ExitCode">Its exit code; 128 and the signal when a signal ended it.</param>
/// <param name="Output">What it wrote on standard output, as UTF-8.</param>
/// <param name="Error">What it wrote on standard error, as UTF-8.</param>
/// <param name="TimedOut">Whether it was killed at its deadline.</param>
public sealed record CommandResult(int ExitCode, string Output, string Error, bool TimedOut)
{
    /// <summary>Ended by itself with exit code 0.</summary>
    public bool Succeeded => ExitCode == 0 && !TimedOut;
}
