using System.Globalization;

namespace Harness.Cli.Efficacy.Running;

/// <summary>What the trials of all mutants came to.</summary>
/// <param name="Version">Version of the harness.</param>
/// <param name="StartedAt">When the first trial began.</param>
/// <param name="Duration">How long all of them took.</param>
/// <param name="Seed">Seed of all test data.</param>
/// <param name="Results">The trials, in the order of the catalogue.</param>
internal sealed record KillMatrix(
    string Version,
    DateTimeOffset StartedAt,
    TimeSpan Duration,
    int Seed,
    IReadOnlyList<TrialResult> Results)
{
    /// <summary>How many mutants can be noticed.</summary>
    public int Mutants => Results.Count(result => result.Mutant.Equivalent is null);

    /// <summary>How many of them a scenario of their requirement has noticed.</summary>
    public int Killed => Results.Count(result => result.Outcome == TrialOutcome.Killed);

    /// <summary>What somebody has to look at.</summary>
    public IReadOnlyList<TrialResult> Findings => [.. Results.Where(result => result.IsFinding)];

    /// <summary>The whole in a line.</summary>
    public string Summary => string.Create(
        CultureInfo.InvariantCulture,
        $"{Killed} of {Mutants} mutants killed by a scenario of their requirement, "
        + $"{Results.Count(result => result.Outcome == TrialOutcome.Equivalent)} equivalent, "
        + $"{Findings.Count} findings, {Duration.TotalSeconds:0} s");
}
