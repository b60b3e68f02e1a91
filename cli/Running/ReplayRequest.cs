namespace Harness.Cli.Running;

/// <summary>What a replay was asked to do.</summary>
/// <param name="Bundle">Path of the failure bundle.</param>
/// <param name="Target">Path of the target file; null for none.</param>
/// <param name="Embedded">Whether to run it against the reference, started for it.</param>
/// <param name="Times">How often.</param>
internal sealed record ReplayRequest(string Bundle, string? Target, bool Embedded, int Times)
{
    /// <summary>Whether it is run, and not only shown.</summary>
    public bool Runs => Target is not null || Embedded;
}
