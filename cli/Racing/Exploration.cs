using Harness.Certification.Linearizability;
using Harness.Cli.Running;
using Harness.Cli.Showing;
using Harness.Features.Races.Exploring;
using Harness.Features.Races.Workloads;

namespace Harness.Cli.Racing;

/// <summary>Races until a violation is found or a budget ends.</summary>
internal static class Exploration
{
    /// <summary>What stands for all pairs of hold and rival where races are named.</summary>
    public const string Held = "held";

    private const int MostBrokenOff = 3;
    private const int Replays = 10;
    private const int AdvisedReplays = 50;

    /// <summary>Races, and tells what was found.</summary>
    /// <returns>0 where every answer was explained, 1 for a violation or where too little was decided, 2 where it
    /// could not run.</returns>
    /// <exception cref="CannotRunException">Something that was given cannot be worked with.</exception>
    public static async Task<int> RunAsync(ExploreRequest request, Surroundings surroundings, CancellationToken stop)
    {
        OutputDirectory.Demand(request.Output);
        await using var target = await RacingTarget.OpenAsync(request.Target, surroundings, stop);
        var courses = Chosen(request.Models);
        var plan = new RoundPlan(request.Seed, courses);
        await surroundings.Output.WriteLineAsync(
            $"Racing {target.File}: {courses.Count - plan.Pairs} kinds of bursts and {plan.Pairs} pairs of hold and "
            + $"rival, for {request.Budget.TotalSeconds:0.###} s, seed {request.Seed}");
        var progress = new RaceProgress(surroundings.Output, surroundings.Time);
        var skipped = new HashSet<string>();
        foreach (var round in plan.Rounds())
        {
            if (progress.Elapsed > request.Budget)
                break;
            if (skipped.Contains(round.Course))
                continue;
            var outcome = await target.Runner.RunAsync(round, stop);
            if (outcome is RoundOutcome.Skipped(var reason) && skipped.Add(round.Course))
                await surroundings.Output.WriteLineAsync($"skipped: {round.Course}: {reason}");
            if (outcome.IsViolation)
                return await TellAsync(request, target, round, outcome, surroundings, stop);
            await progress.CountAsync(round, outcome);
            if (progress.BrokenOff >= MostBrokenOff)
                throw new CannotRunException(
                    $"{MostBrokenOff} rounds one after the other broke off: {progress.Undecided.Why}");
            if (skipped.Count == courses.Count)
                throw new CannotRunException("none of the races can be run against this target");
        }

        return await EndAsync(progress, surroundings);
    }

    private static async Task<int> EndAsync(RaceProgress progress, Surroundings surroundings)
    {
        await surroundings.Output.WriteLineAsync(progress.Summary);
        if (progress.Undecided is (var count and > 0, var why))
            await surroundings.Output.WriteLineAsync($"{count} rounds decide nothing; the last one: {why}");
        await surroundings.Output.WriteLineAsync(progress.Judged > 0
            ? "No violation was found: some order of the requests explains every answer"
            : "Nothing was decided");
        return progress.Judged > 0 && progress.Undecided.Count == 0 ? ExitCode.Certified : ExitCode.NotConformant;
    }

    private static async Task<int> TellAsync(
        ExploreRequest request,
        RacingTarget target,
        RaceRound round,
        RoundOutcome outcome,
        Surroundings surroundings,
        CancellationToken stop)
    {
        var output = surroundings.Output;
        var name = string.Concat(round.Course.Select(letter => letter == '/' ? '-' : letter));
        var directory = Path.Combine(request.Output, $"{name}-{round.Seed}");
        await output.WriteLineAsync($"VIOLATION in {round}; replaying it {Replays} times");
        var reproduced = await Replaying.CountAsync(target, round, Replays, stop);
        var context = new ViolationContext(RaceCourses.Of(round.Course).Requirements)
        {
            Replay = RaceReport.Command(request.Target, RaceReport.PathOf(directory), AdvisedReplays),
            Reproduced = (reproduced, Replays),
        };
        var (words, files) = RaceReport.Write(directory, $"{target.File}", round, outcome, context);
        await output.WriteLineAsync(words);
        foreach (var (what, path) in files)
            await output.WriteLineAsync($"  {what,-10}{Paths.Shown(path)}");
        return ExitCode.NotConformant;
    }

    private static List<IRaceCourse> Chosen(IReadOnlyList<string> models) => models.Count == 0
        ? [.. RaceCourses.All, .. RaceCourses.Held]
        : [.. models.SelectMany(name => name == Held ? RaceCourses.Held : [RaceCourses.Of(name)])];
}
