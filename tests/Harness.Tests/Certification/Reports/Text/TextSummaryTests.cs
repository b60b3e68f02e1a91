using Harness.Certification.Reports.Text;
using Harness.Certification.Verdicts;
using NUnit.Framework;

namespace Harness.Tests.Certification.Reports.Text;

public sealed class TextSummaryTests
{
    [Test]
    public void A_certified_run_is_told_in_four_lines()
    {
        var lines = TextSummary.Of(SampleRuns.Certified(), page: null);

        Assert.That(lines, Is.EqualTo(new[]
        {
            $"Certified: Aurora Coordinator at {Sample.BaseUrl}",
            "  requirements  2 passed, 1 not decided",
            "  scenarios     2 passed",
            "  took          11.25 s, seed 4711",
        }));
    }

    [Test]
    public void A_failure_says_what_was_expected_and_found_and_where_the_page_shows_it()
    {
        var lines = TextSummary.Of(SampleRuns.NotConformant(), "out/report.html").ToList();
        var failure = lines.Skip(lines.IndexOf("failed  COM-02  The scenario fail:1")).TakeWhile(line =>
            line.Length > 0);

        Assert.That(failure, Is.EqualTo(new[]
        {
            "failed  COM-02  The scenario fail:1",
            "  at        features/connections/create.feature:12",
            "  message   The second answer differs from the first.",
            "  expected  status 200 and the same connection",
            "  found     status 409",
            "  shown by  exchange 2: POST https://127.0.0.1:8443/v1/providers/borealis/environments/env-1/"
                + "connections?connectionId=c2 -> 200",
            "  report    out/report.html#s2",
        }));
    }

    [Test]
    public void A_waived_failure_says_so() =>
        Assert.That(
            TextSummary.Of(SampleRuns.NotConformant(), page: null),
            Has.Some.StartsWith("  waived    Waived until 2026-12-31: "));

    [Test]
    public void Of_many_scenarios_that_did_not_pass_there_is_the_count()
    {
        var scenarios = Enumerable.Range(0, TextSummary.MostScenarios + 2)
            .Select(number => Sample.Scenario($"s:{number}", Verdict.Fail, "COM-01"))
            .ToList();

        var lines = TextSummary.Of(Sample.Run([Sample.Result("COM-01", Verdict.Fail, "s:0")], scenarios), page: null);

        Assert.Multiple(() =>
        {
            Assert.That(lines.Count(line => line.StartsWith("failed  ", StringComparison.Ordinal)), Is.EqualTo(20));
            Assert.That(lines, Has.Some.EqualTo("and 2 more scenarios that did not simply pass"));
        });
    }

    [Test]
    public void What_a_target_sent_cannot_steer_the_terminal()
    {
        var hostile = Sample.Scenario("a:1", Verdict.Fail, "COM-01") with
        {
            Message = "\u001b[2Jgone",
            Found = "\u001b]0;title\u0007",
        };

        var lines = TextSummary.Of(Sample.Run([], hostile), page: null).Append(TextSummary.Line(hostile));

        Assert.That(string.Concat(lines), Does.Not.Contain("\u001b").And.Not.Contain("\u0007"));
    }

    [Test]
    public void A_scenario_that_has_ended_is_one_line() =>
        Assert.That(
            TextSummary.Line(Sample.Scenario("a:1", Verdict.Fail, "COM-01", "COM-02") with { Message = "two\nlines" }),
            Is.EqualTo("failed  COM-01 COM-02  The scenario a:1: two lines (a:1)"));
}
