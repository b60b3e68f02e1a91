using Harness.Certification.Bindings;
using Harness.Certification.Checks;
using Harness.Certification.Evidence;
using Harness.Certification.Linearizability;
using Harness.Certification.Verdicts;
using Harness.Features.Hosting;
using Harness.Features.Races.Workloads;
using Harness.Features.Target;
using Harness.Features.World;
using Harness.Protocol.Client;

namespace Harness.Features.Races.Exploring;

/// <summary>Runs rounds outside scenarios, one after the other, each in a world of its own, cleaned up.</summary>
/// <param name="host">Where they run.</param>
/// <param name="file">The target.</param>
/// <param name="time">Real time.</param>
public sealed class RoundRunner(FeatureHost host, TargetFile file, TimeProvider time)
{
    /// <summary>Runs a round and judges it.</summary>
    /// <param name="round">Which.</param>
    /// <param name="stop">Gives it up; what it has made is cleaned up all the same.</param>
    /// <exception cref="OperationCanceledException">It was given up.</exception>
    public async Task<RoundOutcome> RunAsync(RaceRound round, CancellationToken stop)
    {
        var course = RaceCourses.Of(round.Course);
        using var deadline = new CancellationTokenSource(file.Timeouts.Scenario, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, stop);
        try
        {
            var context = Context(round, course, either.Token);
            await using var scope = await host.OpenAsync(context, stop);
            try
            {
                return await RunAsync(round, course, scope.Instances.OfType<World.World>().Single());
            }
            finally
            {
                // The clean-up goes on where the round was given up.
                context.CancellationToken = CancellationToken.None;
            }
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return new RoundOutcome.BrokenOff(
                $"no end of the round within {file.Timeouts.Scenario.TotalSeconds:0.###} s");
        }
        catch (Exception fault) when (fault is CleanupException or TransportException
            or BlameException { Blame: not Blame.Harness })
        {
            return new RoundOutcome.BrokenOff(fault.Message);
        }
    }

    private async Task<RoundOutcome> RunAsync(RaceRound round, IRaceCourse course, World.World world)
    {
        try
        {
            var race = await course.PrepareAsync(world, round.Seed, round.Size);
            await race.RunAsync(_ => round.Release);
            var verdict = race.Race.Judge(CheckBudget.Default, time, race.LeastOverlapping);
            return new RoundOutcome.Judged(race.Race, verdict, race.Plan);
        }
        catch (CheckFailedException check)
        {
            return new RoundOutcome.Failed(check.Message);
        }
        catch (SkipException skip)
        {
            return new RoundOutcome.Skipped(skip.Message);
        }
        catch (InconclusiveException open)
        {
            return new RoundOutcome.BrokenOff(open.Message);
        }
    }

    private ScenarioContext Context(RaceRound round, IRaceCourse course, CancellationToken stop) => new(
        new ScenarioInfo($"race/{course.Name}", "Races", course.Words, ["@race"], course.Requirements),
        round.Seed,
        slot: 0,
        new EvidenceRecorder(new Redactor(FeatureHost.Redaction(file)), time),
        [])
    {
        CancellationToken = stop,
    };
}
