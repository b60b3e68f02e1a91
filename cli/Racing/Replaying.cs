using Harness.Features.Races.Exploring;

namespace Harness.Cli.Racing;

/// <summary>Runs a round again and again: a seed fixes the plan, not who is faster at the target.</summary>
internal static class Replaying
{
    /// <summary>Replays a file, and tells how often it came to a violation again.</summary>
    /// <returns>0 where it never did, 1 where it did, 2 where it could not run.</returns>
    /// <exception cref="CannotRunException">Something that was given cannot be worked with.</exception>
    public static async Task<int> RunAsync(ReplayRequest request, Surroundings surroundings, CancellationToken stop)
    {
        var round = RaceFile.Read(request.File);
        await using var target = await RacingTarget.OpenAsync(request.Target, surroundings, stop);
        await surroundings.Output.WriteLineAsync($"Replaying {round} against {target.File}");
        var reproduced = await CountAsync(target, round, request.Times, stop);
        await surroundings.Output.WriteLineAsync($"reproduced {reproduced} of {request.Times}");
        return reproduced > 0 ? ExitCode.NotConformant : ExitCode.Certified;
    }

    /// <summary>How often a round comes to a violation.</summary>
    /// <exception cref="CannotRunException">It cannot be run against this target.</exception>
    public static async Task<int> CountAsync(
        RacingTarget target,
        RaceRound round,
        int times,
        CancellationToken stop)
    {
        var reproduced = 0;
        for (var time = 0; time < times; time++)
        {
            var outcome = await target.Runner.RunAsync(round, stop);
            reproduced += outcome switch
            {
                RoundOutcome.Skipped(var reason) => throw new CannotRunException(reason),
                RoundOutcome.BrokenOff(var message) => throw new CannotRunException(message),
                _ => outcome.IsViolation ? 1 : 0,
            };
        }

        return reproduced;
    }
}
