using System.Globalization;
using System.Text;
using Harness.Certification.Reports;
using Harness.Certification.Runs;
using Harness.Cli.Showing;

namespace Harness.Cli.Running;

/// <summary>
/// Certifies several times, each with the next seed, and looks for verdicts that change. The reference is started
/// anew for each round; another target keeps what it has.
/// </summary>
internal static class RepeatedRun
{
    private const string FlakeFile = "flakes.md";

    /// <summary>Runs all rounds, writes the evidence of those that differ from the first, and tells flakes.</summary>
    /// <returns>1 where a verdict changed, otherwise the gravest code of the rounds.</returns>
    public static async Task<int> RunAsync(CertifyRequest request, Surroundings surroundings, CancellationToken stop)
    {
        var output = surroundings.Output;
        var rounds = new List<IReadOnlyList<FlakeRound>>();
        var gravest = ExitCode.Certified;
        for (var round = 1; round <= request.Repeat; round++)
        {
            var one = request.Round(round) with { Display = Display.Quiet };
            var run = await CertificationRun.CarryOutAsync(one, surroundings, stop);
            rounds.Add(FlakeRound.Of(round, run));
            gravest = Math.Max(gravest, CertificationRun.ExitCodeOf(run.Verdict));
            await output.WriteLineAsync(Line(round, request.Repeat, run));
            // The first round is what others are held against; of those that are alike one is enough.
            if (round == 1 || Flake.Among([rounds[0], rounds[^1]]) is not [])
                ReportWriter.WriteAll(run, DirectoryOf(request, round), ReportFormat.All);
            stop.ThrowIfCancellationRequested();
        }

        var flakes = Flake.Among(rounds);
        var path = Path.Combine(request.Output, FlakeFile);
        AtomicFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(Text(request, rounds.Count, flakes))));
        await output.WriteLineAsync(Summary(rounds.Count, flakes));
        await output.WriteLineAsync($"  {Paths.Shown(path)}");
        return flakes is [] ? gravest : ExitCode.NotConformant;
    }

    private static string DirectoryOf(CertifyRequest request, int round) =>
        Path.Combine(request.Output, string.Create(CultureInfo.InvariantCulture, $"round-{round}"));

    private static string Line(int round, int of, Run run) => string.Create(
        CultureInfo.InvariantCulture,
        $"round {round} of {of}: {Words.Of(run.Verdict)}, {run.Scenarios.Count} scenarios, "
        + $"{Words.Of(run.Duration)}, seed {run.Options.Seed}");

    private static string Summary(int rounds, IReadOnlyList<Flake> flakes) => flakes is []
        ? $"No verdict changed in {Words.Count(rounds, "round")}"
        : $"{Words.Count(flakes.Count, "scenario")} changed the verdict in {Words.Count(rounds, "round")}";

    private static string Text(CertifyRequest request, int rounds, IReadOnlyList<Flake> flakes)
    {
        var text = new StringBuilder($"# Verdicts that changed\n\n{Summary(rounds, flakes)}.\n");
        foreach (var flake in flakes)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {flake.Name}\n\n{flake.Id}\n\n");
            foreach (var round in flake.Rounds.DistinctBy(one => one.Verdict))
            {
                var same = flake.Rounds.Count(one => one.Verdict == round.Verdict);
                text.Append(CultureInfo.InvariantCulture, $"- {Words.Of(round.Verdict)} in {same} of {rounds}, ");
                text.Append(CultureInfo.InvariantCulture, $"first in round {round.Round} (seed {round.Seed}): ");
                text.Append(round.Message?.ReplaceLineEndings(" ") ?? "every check held");
                text.Append(CultureInfo.InvariantCulture, $"; {DirectoryOf(request, round.Round)}/report.html\n");
            }
        }

        return text.ToString();
    }
}
