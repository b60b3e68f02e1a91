using Harness.Certification.Runs;
using Harness.Certification.Selecting;
using Harness.Certification.Verdicts;
using Harness.Reference;
using NUnit.Framework;

namespace Harness.Tests.Features.Scenarios;

/// <summary>
/// What the suite is worth: each rule of the reference is broken in turn, and a scenario of that rule's own
/// requirement has to notice.
/// </summary>
public sealed class BrokenRuleTests
{
    public static IEnumerable<TestCaseData> Rules() => BrokenRules.Breakable
        .Where(rule => IsDecided(rule.Requirement) && !BrokenRules.Unseen.ContainsKey(rule.Key))
        .Select(rule => new TestCaseData(rule.Key, rule.Requirement).SetArgDisplayNames(rule.Key));

    public static IEnumerable<TestCaseData> Unseen() => BrokenRules.Breakable
        .Where(rule => BrokenRules.Unseen.ContainsKey(rule.Key))
        .Select(rule => new TestCaseData(rule.Key, rule.Requirement).SetArgDisplayNames(rule.Key));

    [TestCaseSource(nameof(Unseen))]
    public async Task A_rule_on_the_list_of_unseen_ones_is_still_unseen(string key, string requirement)
    {
        await using var target = await EmbeddedTarget.StartAsync(ScenarioRuns.Slots, BrokenRules.With(key));
        var run = await ScenarioRuns.RunAsync(target, new Selection(null, [requirement], []));

        Assert.That(run.Scenarios, Has.All.Matches<ScenarioResult>(result => result is { Verdict: Verdict.Pass }));
    }

    [Test]
    public void Every_rule_on_the_list_of_unseen_ones_is_registered() => Assert.That(
        BrokenRules.Unseen.Keys.Except(BrokenRules.Breakable.Select(rule => rule.Key)),
        Is.Empty);

    [TestCaseSource(nameof(Rules))]
    public async Task A_broken_rule_is_noticed_by_a_scenario_of_its_requirement(string key, string requirement)
    {
        await using var target = await EmbeddedTarget.StartAsync(ScenarioRuns.Slots, BrokenRules.With(key));
        var run = await ScenarioRuns.RunAsync(target, new Selection(null, [requirement], []));

        // A rule that keeps nonsense from the rest of the code is missed as a 5xx: an error of the target's.
        var noticed = run.Scenarios
            .Where(result => result is { Verdict: Verdict.Fail or Verdict.Warn } or { Blame: Blame.Target })
            .ToList();
        Assert.That(
            noticed.Select(result => result.Message),
            Is.Not.Empty,
            $"verdicts: {string.Join(", ", run.Scenarios.Select(result => result.Verdict))}");
        Assert.That(noticed.Select(result => result.Message), Has.All.Not.Empty);
    }

    [Test]
    public void Every_rule_can_be_broken_or_rests_on_a_requirement_that_no_scenario_decides()
    {
        var breakable = BrokenRules.Breakable.Select(rule => rule.Key).ToHashSet();

        Assert.That(
            ReferenceRules.Standard.All
                .Where(rule => !breakable.Contains(rule.Key) && IsDecided(rule.Requirement))
                .Select(rule => rule.Key),
            Is.Empty);
    }

    private static bool IsDecided(string requirement) =>
        ScenarioRuns.Suite.Catalogue.Find(requirement) is { Undecided: null };
}
