using System.Globalization;
using Harness.Certification.Checks;
using Harness.Cli.Pairs;

namespace Harness.Cli.Life;

/// <summary>Tells the whole life of connections between two providers, and says whether it came out right.</summary>
internal static class WholeLife
{
    // Each look reads everything that both have: looking seldom leaves the processor to them.
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    /// <summary>Starts both, goes through every chapter, and stops them.</summary>
    /// <exception cref="CannotRunException">One of them cannot be started.</exception>
    public static async Task<int> RunAsync(
        LifeRequest request, Surroundings surroundings, CancellationToken cancellation)
    {
        var began = surroundings.Time.GetTimestamp();
        await using var pair = await LifePair.StartAsync(request, surroundings.Time, cancellation);
        var output = surroundings.Output;
        await output.WriteLineAsync(
            request.Simulated
                ? $"{pair.First.Id} runs in a process of its own, {pair.Second.Id} is simulated in this one; "
                    + $"files: {request.Directory}"
                : $"{pair.First.Id} and {pair.Second.Id} run in two processes; their files: {request.Directory}");
        var actions = new SideActions(pair, Interval, surroundings.Time, cancellation) { Deadline = request.Deadline };
        var story = new LifeStory(pair, actions, cancellation);
        foreach (var chapter in story.Chapters)
        {
            try
            {
                await chapter.Tell();
            }
            catch (CheckFailedException fault)
            {
                await output.WriteLineAsync($"FAILED  {chapter.Title}");
                await output.WriteLineAsync($"        {fault.Message}");
                return ExitCode.NotConformant;
            }

            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{surroundings.Time.GetElapsedTime(began).TotalSeconds,6:0.0} s  {chapter.Title}"));
        }

        await output.WriteLineAsync(request.Killed.Count == 0
            ? "Both sides agree, and nothing is left behind"
            : $"Both sides agree, and nothing is left behind, after {Deaths(pair)}");
        return ExitCode.Certified;
    }

    private static string Deaths(LifePair pair) => string.Join(
        " and ",
        pair.Processes.Where(it => it.Value.Deaths > 0).Select(it => $"{it.Value.Deaths} deaths of {it.Key}"));
}
