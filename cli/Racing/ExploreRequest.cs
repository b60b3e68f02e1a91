namespace Harness.Cli.Racing;

/// <summary>What is raced against.</summary>
/// <param name="File">Path of a target file; null for the reference.</param>
/// <param name="Mutant">Name of a defect that is planted in the reference; null for none.</param>
internal sealed record RacingChoice(string? File, string? Mutant)
{
    /// <summary>As options of a command line.</summary>
    public IEnumerable<string> Options =>
    [
        .. File is null ? (string[])[] : ["--target", File],
        .. Mutant is null ? (string[])[] : ["--mutant", Mutant],
    ];
}

/// <summary>What an exploration of races was asked to do.</summary>
/// <param name="Target">What is raced against.</param>
/// <param name="Models">Names of the races that take part; empty for all.</param>
/// <param name="Seed">Of all plans.</param>
/// <param name="Budget">How long it goes on.</param>
/// <param name="Output">Directory for what a violation leaves.</param>
internal sealed record ExploreRequest(
    RacingChoice Target,
    IReadOnlyList<string> Models,
    int Seed,
    TimeSpan Budget,
    string Output);

/// <summary>What a replay of a race was asked to do.</summary>
/// <param name="Target">What is raced against.</param>
/// <param name="File">Path of the race file.</param>
/// <param name="Times">How often.</param>
internal sealed record ReplayRequest(RacingChoice Target, string File, int Times);
