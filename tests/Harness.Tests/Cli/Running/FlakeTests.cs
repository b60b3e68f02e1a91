using Harness.Certification.Verdicts;
using Harness.Cli.Running;
using NUnit.Framework;

namespace Harness.Tests.Cli.Running;

public sealed class FlakeTests
{
    [Test]
    public void A_scenario_whose_verdict_changes_is_told_with_every_round() => Assert.That(
        Flake.Among([[Round(1, "a", Verdict.Pass), Round(1, "b", Verdict.Pass)],
            [Round(2, "a", Verdict.Pass), Round(2, "b", Verdict.Fail)]]).Single().Rounds
            .Select(round => (round.Scenario, round.Round, round.Verdict)),
        Is.EqualTo(new[] { ("b", 1, Verdict.Pass), ("b", 2, Verdict.Fail) }));

    [Test]
    public void A_scenario_that_fails_every_time_is_no_flake() => Assert.That(
        Flake.Among([[Round(1, "a", Verdict.Fail)], [Round(2, "a", Verdict.Fail)]]),
        Is.Empty);

    private static FlakeRound Round(int round, string scenario, Verdict verdict) =>
        new(round, Seed: round, scenario, scenario, verdict, Message: null);
}
