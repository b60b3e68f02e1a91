using Harness.Certification.Planning;
using Harness.Certification.Rollup;
using Harness.Certification.Running;
using Harness.Certification.Runs;
using Harness.Certification.Selecting;
using Harness.Certification.Verdicts;
using Harness.Certification.Waivers;
using NUnit.Framework;

namespace Harness.Tests.Certification.Rollup;

[TestFixture]
public sealed class RollUpTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);

    private static readonly Plan Whole = TestSuite.Ready(TestSuite.Of("""
        Feature: Roll-up
          @COM-01
          Scenario: A
            Then do nothing
          @COM-01 @COM-03
          Scenario: B
            Then do nothing
          @COM-02
          Scenario: C
            Then do nothing
        """).Plan(Selection.Everything));

    [Test]
    public void Everything_passed_certifies()
    {
        var outcome = Of([]);

        Assert.That(outcome.Verdict, Is.EqualTo(RunVerdict.Certified));
        Assert.That(outcome.Reasons, Is.Empty);
        Assert.That(outcome.Requirements.Select(it => it.Verdict), Is.EqualTo([
            (Verdict?)Verdict.Pass, Verdict.Pass, Verdict.Pass, null,
        ]));
    }

    [Test]
    public void An_undecided_requirement_is_listed_with_its_reason_and_blocks_nothing()
    {
        var later = Of([]).Requirements[^1];

        Assert.That((later.Requirement.Id, later.Verdict, later.Reason), Is.EqualTo(
            ("LAT-01", (Verdict?)null, "Needs a lab.")));
    }

    [TestCase(Verdict.Warn, RunVerdict.Certified)]
    [TestCase(Verdict.Skip, RunVerdict.Incomplete)]
    [TestCase(Verdict.Inconclusive, RunVerdict.Incomplete)]
    [TestCase(Verdict.Error, RunVerdict.Incomplete)]
    [TestCase(Verdict.Fail, RunVerdict.NotConformant)]
    public void The_gravest_verdict_wins(Verdict verdict, RunVerdict expected)
    {
        var outcome = Of(new() { ["A"] = verdict });

        Assert.That(outcome.Verdict, Is.EqualTo(expected));
        Assert.That(outcome.Requirements[0].Verdict, Is.EqualTo(verdict));
        Assert.That(outcome.Requirements[0].Reason, Is.EqualTo("A: because"));
        Assert.That(outcome.Requirements[1].Verdict, Is.EqualTo(Verdict.Pass));
    }

    [Test]
    public void A_failure_is_no_more_than_a_warning_for_a_requirement_that_does_not_bind()
    {
        var outcome = Of(new() { ["B"] = Verdict.Fail });

        Assert.That(outcome.Requirements[0].Verdict, Is.EqualTo(Verdict.Fail));
        Assert.That(outcome.Requirements[2].Verdict, Is.EqualTo(Verdict.Warn));
        Assert.That(outcome.Reasons, Is.EqualTo(["COM-01 failed: B: because"]));
    }

    [Test]
    public void An_error_is_said_even_where_a_failure_outweighs_it()
    {
        var outcome = Of(new() { ["A"] = Verdict.Fail, ["B"] = Verdict.Error });

        Assert.That(outcome.Verdict, Is.EqualTo(RunVerdict.NotConformant));
        Assert.That(outcome.Reasons, Does.Contain("1 of 4 scenarios could not be carried through"));
    }

    [Test]
    public void Fewer_results_than_planned_never_certify()
    {
        var outcome = RollUp.Of(Whole, [.. Results([]).Skip(1)], [], Today, stopped: false);

        Assert.That(outcome.Verdict, Is.EqualTo(RunVerdict.Incomplete));
        Assert.That(outcome.Reasons[0], Is.EqualTo("Expected 4 scenarios as planned, found results of 3"));
    }

    [Test]
    public void A_selection_does_not_certify()
    {
        var plan = TestSuite.Ready(Whole.Suite.Plan(Selection.Everything with { Only = ["COM-02"] }));
        var results = plan.Scenarios.Select(it => ScenarioResults.Of(it, Verdict.Pass, default)).ToList();

        var outcome = RollUp.Of(plan, results, [], Today, stopped: false);

        Assert.That(outcome.Verdict, Is.EqualTo(RunVerdict.PartialPass));
        Assert.That(outcome.Reasons, Is.EqualTo(["Only 2 of 4 scenarios were selected"]));
    }

    [Test]
    public void A_stopped_run_is_marked_first_of_all()
    {
        var outcome = RollUp.Of(Whole, Results(new() { ["A"] = Verdict.Fail }), [], Today, stopped: true);

        Assert.That(outcome.Verdict, Is.EqualTo(RunVerdict.Stopped));
        Assert.That(outcome.Reasons, Is.EqualTo(["The run was stopped before its end", "COM-01 failed: A: because"]));
    }

    [Test]
    public void A_waived_failure_neither_fails_nor_certifies()
    {
        var outcome = Of(new() { ["A"] = Verdict.Fail }, Waiver("COM-01", Today));

        Assert.That(outcome.Verdict, Is.EqualTo(RunVerdict.PartialPass));
        Assert.That(outcome.Reasons, Is.EqualTo(["COM-01 failed and is waived: known"]));
        Assert.That(outcome.Requirements[0].Waiver, Is.EqualTo(new WaiverResult("known", Today, WaiverState.Applied)));
    }

    [Test]
    public void A_waiver_of_one_requirement_does_not_excuse_another()
    {
        var outcome = Of(new() { ["A"] = Verdict.Fail, ["C"] = Verdict.Fail }, Waiver("COM-01", Today));

        Assert.That(outcome.Verdict, Is.EqualTo(RunVerdict.NotConformant));
        Assert.That(outcome.Reasons[0], Is.EqualTo("COM-02 failed: C: because"));
    }

    [TestCase(Verdict.Fail)]
    [TestCase(Verdict.Pass)]
    public void An_expired_waiver_is_a_failure(Verdict verdict)
    {
        var outcome = Of(new() { ["A"] = verdict }, Waiver("COM-01", Today.AddDays(-1)));

        Assert.That(outcome.Verdict, Is.EqualTo(RunVerdict.NotConformant));
        Assert.That(outcome.Reasons, Does.Contain("The waiver of COM-01 expired on 2026-11-19: remove or renew it"));
    }

    [Test]
    public void A_waiver_that_is_not_needed_is_a_failure()
    {
        var outcome = Of([], Waiver("COM-01", Today));

        Assert.That(outcome.Verdict, Is.EqualTo(RunVerdict.NotConformant));
        Assert.That(outcome.Reasons, Is.EqualTo([
            "The waiver of COM-01 is not needed, since it did not fail: remove the waiver",
        ]));
    }

    [Test]
    public void Whether_a_waiver_is_needed_is_not_judged_where_nothing_was_decided()
    {
        var outcome = Of(new() { ["A"] = Verdict.Skip }, Waiver("COM-01", Today));

        Assert.That(outcome.Verdict, Is.EqualTo(RunVerdict.Incomplete));
        Assert.That(outcome.Requirements[0].Waiver, Is.Null);
    }

    private static Waiver Waiver(string requirement, DateOnly expires) => new(requirement, "known", expires);

    private static Outcome Of(Dictionary<string, Verdict> verdicts, params Waiver[] waivers) =>
        RollUp.Of(Whole, Results(verdicts), waivers, Today, stopped: false);

    private static List<ScenarioResult> Results(Dictionary<string, Verdict> verdicts) =>
    [
        .. Whole.Scenarios.Select(scenario =>
        {
            var verdict = verdicts.GetValueOrDefault(scenario.Name, Verdict.Pass);
            var result = ScenarioResults.Of(scenario, verdict, default);
            return verdict == Verdict.Pass ? result : result with { Message = "because" };
        }),
    ];
}
