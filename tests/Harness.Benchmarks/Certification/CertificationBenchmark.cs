using System.Diagnostics;
using Harness.Certification.Reports.Json;
using Harness.Cli;

namespace Harness.Benchmarks.Certification;

/// <summary>How long <c>harness certify</c> takes, beside the floor of the same run, and how much memory.</summary>
internal static class CertificationBenchmark
{
    private const int Rounds = 3;
    private const double Mega = 1e6;

    public static async Task RunAsync(ScratchDirectory directory, TimeProvider time, TextWriter output)
    {
        await output.WriteLineAsync("certification  round  command s  scenarios s  floor s  ratio  requests  peak MB");
        var rounds = new List<CertificationRound>();
        for (var number = 1; number <= Rounds; number++)
        {
            var round = await RoundAsync(directory, time);
            rounds.Add(round);
            await output.WriteLineAsync(
                $"{round.Verdict,-13}  {number,5}  {round.Command.TotalSeconds,9:F2}  "
                + $"{round.Scenarios.TotalSeconds,11:F2}  {round.Floor.TotalSeconds,7:F2}  {round.Ratio,5:F2}  "
                + $"{round.Requests,8}  {round.PeakBytes / Mega,7:F0}");
        }

        await output.WriteLineAsync(
            $"median {Figures.Median(rounds.Select(round => round.Command.TotalSeconds)):F2} s, "
            + $"{Figures.Median(rounds.Select(round => round.Ratio)):F2} times the floor; "
            + $"{rounds[0].PeakBytes / Mega:F0} MB after the first");
    }

    private static async Task<CertificationRound> RoundAsync(ScratchDirectory directory, TimeProvider time)
    {
        var reports = directory.Make($"reports-{time.GetTimestamp()}");
        var surroundings = new Surroundings(TextWriter.Null, Console.Error, TextReader.Null, time)
        {
            Variable = Environment.GetEnvironmentVariable,
        };
        var begun = time.GetTimestamp();
        await HarnessCommand.RunAsync(
            ["certify", "--quiet", "--seed", "1", "--output", reports], surroundings, CancellationToken.None);
        var command = time.GetElapsedTime(begun);
        var peak = PeakBytes();
        var run = RunJson.ReadFile(Path.Combine(reports, "run.json"));
        var (requests, floor) = await Floor.ReplayAsync(run, directory, time);
        return new CertificationRound(run.Verdict, command, run.Duration, floor, requests, peak);
    }

    private static long PeakBytes()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }
}
