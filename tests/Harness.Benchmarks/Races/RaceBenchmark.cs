using System.Globalization;
using Harness.Cli;
using Harness.Cli.Efficacy.Mutants;
using Harness.Cli.Racing;
using Harness.Features.Races.Exploring;
using Harness.Features.Races.Rig;
using Harness.Features.Races.Workloads;

namespace Harness.Benchmarks.Races;

/// <summary>How tightly bursts meet, how many rounds a second holds, and how soon a window is found.</summary>
internal static class RaceBenchmark
{
    private const int Requests = 16;
    private const int SpreadRounds = 40;
    private const int Trials = 100;
    private const int MostRounds = 50;
    private static readonly TimeSpan Rounds = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Window = TimeSpan.FromMicroseconds(100);

    /// <summary>Measures, and writes tables for <c>docs/performance.md</c>.</summary>
    public static async Task RunAsync(TimeProvider time, TextWriter output)
    {
        var surroundings = new Surroundings(TextWriter.Null, TextWriter.Null, TextReader.Null, time);
        await SpreadAsync(surroundings, output);
        await RateAsync(surroundings, output);
        await WindowAsync(surroundings, output);
    }

    private static async Task SpreadAsync(Surroundings surroundings, TextWriter output)
    {
        var arrivals = new Arrivals();
        await using var target = await RacingTarget.EmbeddedAsync(arrivals.Alter, surroundings, CancellationToken.None);
        await output.WriteLineAsync("| release | median | best | worst |\n|---|---|---|---|");
        foreach (var release in Enum.GetValues<Release>())
        {
            var spreads = new List<double>();
            for (var round = 0; round < SpreadRounds; round++)
            {
                await RunAsync(target, LastRoom(round, release));
                spreads.Add(arrivals.SpreadOfLatest(Requests));
            }

            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"| {release} | {Figures.Median(spreads):0} us | {spreads.Min():0} us | {spreads.Max():0} us |"));
        }
    }

    private static async Task RateAsync(Surroundings surroundings, TextWriter output)
    {
        await using var target = await RacingTarget.EmbeddedAsync(null, surroundings, CancellationToken.None);
        var begun = surroundings.Time.GetTimestamp();
        var (rounds, requests) = (0, 0);
        foreach (var round in new RoundPlan(1, RaceCourses.All).Rounds())
        {
            if (surroundings.Time.GetElapsedTime(begun) > Rounds)
                break;
            if (await target.Runner.RunAsync(round, CancellationToken.None) is RoundOutcome.Judged judged)
                (rounds, requests) = (rounds + 1, requests + judged.Race.Recorded);
        }

        var seconds = surroundings.Time.GetElapsedTime(begun).TotalSeconds;
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{rounds / seconds:0.0} rounds of 3 bursts and {requests / seconds:0} judged requests a second"));
    }

    private static async Task WindowAsync(Surroundings surroundings, TextWriter output)
    {
        await using var target = await RacingTarget.EmbeddedAsync(
            ClassicRaces.DoubleGrant(Window), surroundings, CancellationToken.None);
        await output.WriteLineAsync("| release | found in trials | rounds, median | rounds, most |\n|---|---|---|---|");
        foreach (var (name, releases) in new (string, Release[])[]
        {
            ("one connection", [Release.OneConnection]),
            ("separate connections", [Release.SeparateConnections]),
            ("in turn, as `harness race` does", [Release.OneConnection, Release.SeparateConnections]),
        })
        {
            var needed = new List<double>();
            for (var trial = 0; trial < Trials; trial++)
                if (await RoundsUntilFoundAsync(target, trial, releases) is { } rounds)
                    needed.Add(rounds);
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} | {needed.Count} of {Trials} | {Figures.Median(needed.DefaultIfEmpty(-1)):0} | "
                + $"{needed.DefaultIfEmpty(-1).Max():0} |"));
        }
    }

    private static async Task<int?> RoundsUntilFoundAsync(RacingTarget target, int trial, Release[] releases)
    {
        for (var round = 1; round <= MostRounds; round++)
            if ((await RunAsync(
                target,
                LastRoom((trial * MostRounds) + round, releases[round % releases.Length]))).IsViolation)
                return round;
        return null;
    }

    private static async Task<RoundOutcome> RunAsync(RacingTarget target, RaceRound round) =>
        await target.Runner.RunAsync(round, CancellationToken.None) switch
        {
            RoundOutcome.BrokenOff(var message) => throw new InvalidOperationException(message),
            RoundOutcome.Skipped(var reason) => throw new InvalidOperationException(reason),
            var outcome => outcome,
        };

    private static RaceRound LastRoom(int seed, Release release) =>
        new("last-room", seed, new RaceSize(1, Requests), release);
}
