using Harness.Certification.Reports;
using Harness.Certification.Runs;
using Harness.Certification.Verdicts;
using NUnit.Framework;

namespace Harness.Tests.Certification.Reports.Html;

public sealed class ObstaclesSectionTests
{
    [Test]
    public void A_failure_comes_before_all_else_with_requirement_expected_found_and_exchange()
    {
        var obstacles = Obstacles(SampleRuns.NotConformant());
        var first = obstacles.Split("<article")[1];

        Assert.That(first, Does.Contain("COM-02").And.Contain("What COM-02 asks for, in one sentence.")
            .And.Contain("<dt>Expected</dt><dd>status 200 and the same connection</dd>")
            .And.Contain("<dt>Found</dt><dd>status 409</dd>")
            .And.Contain("<details class=\"exchange shows\" open=\"\">")
            .And.Contain("POST https://127.0.0.1:8443/v1/providers/borealis")
            .And.Contain("href=\"#s2\""));
    }

    [Test]
    public void All_that_does_not_certify_stands_in_the_way()
    {
        var obstacles = Obstacles(SampleRuns.NotConformant());

        Assert.That(obstacles, Does.Contain("The requirement did not fail: the waiver is not needed any more.")
            .And.Contain("Error of the target: ")
            .And.Contain("no answer within 5 s")
            .And.Contain("The target file has no hook 'rotateKey'.")
            .And.Contain("CON-04")
            .And.Contain("Waived until 2026-12-31: Agreed with the partner until the next release."));
    }

    [Test]
    public void Skips_of_one_reason_are_told_once_with_all_that_they_concern()
    {
        const string Reason = "The target file has no hook 'rotateKey'.";
        var scenarios = new[] { "a:1", "b:1" }
            .Select(id => Sample.Scenario(id, Verdict.Skip, "CON-03", "CON-09") with { Message = Reason })
            .ToList();
        var first = Sample.Result("CON-03", Verdict.Skip, "a:1") with { Reason = $"a:1: {Reason}" };
        var second = Sample.Result("CON-09", Verdict.Skip, "b:1") with { Reason = $"b:1: {Reason}" };

        var obstacles = Obstacles(Sample.Run([first, second], scenarios));

        Assert.That(obstacles.Split("The target file has no hook"), Has.Length.EqualTo(2));
        Assert.That(obstacles, Does.Contain("#r-CON-03").And.Contain("#r-CON-09"));
    }

    [Test]
    public void A_scenario_that_fails_several_requirements_is_told_in_full_once()
    {
        var run = Sample.Run(
            [Sample.Result("COM-01", Verdict.Fail, "fail:1"), Sample.Result("COM-02", Verdict.Fail, "fail:1")],
            Sample.Scenario("fail:1", Verdict.Fail, "COM-01", "COM-02"));

        var obstacles = Obstacles(run);

        Assert.That(obstacles, Does.Contain("The same finding as under COM-01."));
        Assert.That(obstacles.Split("<details"), Has.Length.EqualTo(2));
    }

    [Test]
    public void A_failing_scenario_without_a_requirement_is_not_forgotten()
    {
        var run = Sample.Run([], Sample.Scenario("stray:1", Verdict.Error));

        Assert.That(Obstacles(run), Does.Contain("The scenario stray:1"));
    }

    [Test]
    public void An_error_that_a_failure_outweighs_is_not_forgotten()
    {
        var run = Sample.Run(
            [Sample.Result("COM-01", Verdict.Fail, "fail:1", "error:1")],
            Sample.Scenario("fail:1", Verdict.Fail, "COM-01"),
            Sample.Scenario("error:1", Verdict.Error, "COM-01"));

        Assert.That(Obstacles(run), Does.Contain("The scenario error:1"));
    }

    [Test]
    public void What_does_not_bind_shows_the_failure_that_it_warns_of()
    {
        var run = Sample.Run(
            [Sample.Result("COM-01", Verdict.Warn, "fail:1")], Sample.Scenario("fail:1", Verdict.Fail, "COM-01"));

        var card = Obstacles(run).Split("Warnings: ")[1];

        Assert.That(card, Does.Contain("COM-01").And.Contain("<dt>Found</dt><dd>status 409</dd>"));
    }

    [Test]
    public void Expected_and_found_are_not_told_twice()
    {
        var scenario = Sample.Scenario("fail:1", Verdict.Fail, "COM-01");
        var message = $"The status: expected {scenario.Expected}, found {scenario.Found}";

        var page = Obstacles(Sample.Run([], scenario with { Message = message }));

        Assert.That(page, Does.Contain("<p class=\"message\">The status</p>").And.Not.Contain("found status 409"));
    }

    [Test]
    public void Many_reasons_are_folded_into_one_list()
    {
        var reasons = Enumerable.Range(1, 6).Select(i => $"Reason {i}").ToList();

        var obstacles = Obstacles(SampleRuns.Certified() with { Reasons = reasons });

        Assert.That(obstacles, Does.Contain("<summary>All 6 reasons in one list</summary>").And.Contain("Reason 6"));
    }

    private static string Obstacles(Run run) =>
        Rendered.As(ReportFormat.Html, run).Split("<section id=\"obstacles\"")[1].Split("</section>")[0];
}
