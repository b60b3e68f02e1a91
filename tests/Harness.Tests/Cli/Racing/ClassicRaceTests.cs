using Harness.Certification.Linearizability;
using Harness.Cli;
using Harness.Cli.Racing;
using Harness.Features.Races.Exploring;
using Harness.Features.Races.Recording;
using Harness.Features.Races.Rig;
using Harness.Features.Races.Workloads;
using NUnit.Framework;

namespace Harness.Tests.Cli.Racing;

/// <summary>What the rig is worth: the classics, planted from outside, are found, told and found again.</summary>
public sealed class ClassicRaceTests
{
    private const int MostRounds = 40;
    private const int MostAnswers = 4;

    [TestCase("grant-in-a-window", "last-room")]
    [TestCase("delete-lost-beside-an-update", "deletes")]
    [TestCase("read-from-a-cache", "own-writes")]
    public async Task A_planted_classic_is_found_told_in_few_answers_and_found_again(string mutant, string course)
    {
        await using var target = await OpenAsync(mutant);
        var (round, violated) = await FindAsync(target, course);

        var told = violated.Tell(new ViolationContext([]));
        Assert.That(told.Words.Answers, Has.Count.InRange(1, MostAnswers), told.Words.Text);
        Assert.That(told.Picture.Svg, Does.StartWith("<svg"));
        Assert.That(await Replaying.CountAsync(target, round, MostRounds, CancellationToken.None), Is.Positive);
    }

    [TestCaseSource(nameof(Courses))]
    public async Task The_reference_as_it_is_passes(string course)
    {
        await using var target = await OpenAsync(null);
        var outcome = await target.Runner.RunAsync(
            new RaceRound(course, Seed: 1, new RaceSize(2, 10), Release.SeparateConnections),
            CancellationToken.None);

        Assert.That(outcome, Is.TypeOf<RoundOutcome.Judged>());
        Assert.That(((RoundOutcome.Judged)outcome).Verdict, Is.TypeOf<RaceVerdict.Explained>());
    }

    private static IEnumerable<string> Courses() =>
        RaceCourses.All.Concat(RaceCourses.Held).Select(course => course.Name);

    private static Task<RacingTarget> OpenAsync(string? mutant) => RacingTarget.OpenAsync(
        new RacingChoice(null, mutant),
        new Surroundings(TextWriter.Null, TextWriter.Null, TextReader.Null, TimeProvider.System),
        CancellationToken.None);

    private static async Task<(RaceRound Round, RaceVerdict.Violated Violated)> FindAsync(
        RacingTarget target,
        string course)
    {
        for (var seed = 1; seed <= MostRounds; seed++)
        {
            var round = new RaceRound(course, seed, new RaceSize(3, 16), (Release)(seed % 2));
            if (await target.Runner.RunAsync(round, CancellationToken.None)
                is RoundOutcome.Judged { Verdict: RaceVerdict.Violated violated })
                return (round, violated);
        }

        throw new AssertionException($"{course}: expected a violation within {MostRounds} rounds, found none");
    }
}
