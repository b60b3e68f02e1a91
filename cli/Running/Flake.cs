using Harness.Certification.Runs;
using Harness.Certification.Verdicts;

namespace Harness.Cli.Running;

/// <summary>A scenario whose verdict has changed between rounds.</summary>
/// <param name="Id">The scenario.</param>
/// <param name="Name">Its title.</param>
/// <param name="Rounds">What it came to, round by round.</param>
internal sealed record Flake(string Id, string Name, IReadOnlyList<FlakeRound> Rounds)
{
    /// <summary>The scenarios that did not come to the same in all rounds, in the order of their ids.</summary>
    /// <param name="rounds">The results of each round.</param>
    public static IReadOnlyList<Flake> Among(IReadOnlyList<IReadOnlyList<FlakeRound>> rounds) =>
    [
        .. rounds.SelectMany(round => round)
            .GroupBy(one => one.Scenario)
            .Where(group => group.DistinctBy(one => one.Verdict).Count() > 1)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new Flake(group.Key, group.First().Name, [.. group])),
    ];
}

/// <summary>What a scenario came to in a round; its evidence is in the round's own reports.</summary>
/// <param name="Round">From 1.</param>
/// <param name="Seed">Seed of the round.</param>
/// <param name="Scenario">Id of the scenario.</param>
/// <param name="Name">Its title.</param>
/// <param name="Verdict">What it came to.</param>
/// <param name="Message">Why it did not pass; null where it did.</param>
internal sealed record FlakeRound(
    int Round, int Seed, string Scenario, string Name, Verdict Verdict, string? Message)
{
    /// <summary>Every scenario of a round.</summary>
    public static IReadOnlyList<FlakeRound> Of(int round, Run run) =>
    [
        .. run.Scenarios.Select(scenario => new FlakeRound(
            round, run.Options.Seed, scenario.Id, scenario.Name, scenario.Verdict, scenario.Message)),
    ];
}
