using System.Text;
using System.Text.RegularExpressions;
using Harness.Certification.Reports;
using Harness.Certification.Runs;
using Harness.Certification.Verdicts;
using NUnit.Framework;

namespace Harness.Tests.Certification.Reports;

public sealed partial class HtmlReportTests
{
    private const int MegaByte = 1_000_000;

    [TestCase(RunVerdict.Certified, "Certified")]
    [TestCase(RunVerdict.PartialPass, "Partial pass")]
    [TestCase(RunVerdict.NotConformant, "Not conformant")]
    [TestCase(RunVerdict.Incomplete, "Incomplete")]
    [TestCase(RunVerdict.Stopped, "Stopped")]
    public void The_verdict_is_in_the_title_and_in_the_first_heading(RunVerdict verdict, string word)
    {
        var page = Render(SampleRuns.Certified() with { Verdict = verdict });

        Assert.That(page, Does.Contain($"<title>{word}: Aurora Coordinator</title>"));
        Assert.That(page, Does.Contain($"</span>{word}</h1>"));
    }

    [Test]
    public void The_summary_names_target_facts_seed_and_the_command_that_repeats_it()
    {
        var summary = Render(SampleRuns.NotConformant()).Split("id=\"obstacles\"")[0];

        Assert.That(summary, Does.Contain("1 binding requirement is not met.")
            .And.Contain(Sample.BaseUrl)
            .And.Contain("<dt>Time mode</dt><dd>controlled</dd>")
            .And.Contain("<dt>Seed</dt><dd>4711</dd>")
            .And.Contain("harness certify --target aurora.yaml --seed 4711 --parallel 4")
            .And.Contain("<strong>11</strong> requirements")
            .And.Contain("<strong>8</strong> scenarios"));
    }

    [Test]
    public void A_failure_comes_before_all_else_with_requirement_expected_found_and_exchange()
    {
        var obstacles = Section(Render(SampleRuns.NotConformant()), "obstacles");
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
        var obstacles = Section(Render(SampleRuns.NotConformant()), "obstacles");

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

        var obstacles = Section(Render(Sample.Run([first, second], scenarios)), "obstacles");

        Assert.That(obstacles.Split("The target file has no hook"), Has.Length.EqualTo(2));
        Assert.That(obstacles, Does.Contain("#r-CON-03").And.Contain("#r-CON-09"));
    }

    [Test]
    public void A_scenario_that_fails_several_requirements_is_told_in_full_once()
    {
        var run = Sample.Run(
            [Sample.Result("COM-01", Verdict.Fail, "fail:1"), Sample.Result("COM-02", Verdict.Fail, "fail:1")],
            Sample.Scenario("fail:1", Verdict.Fail, "COM-01", "COM-02"));

        var obstacles = Section(Render(run), "obstacles");

        Assert.That(obstacles, Does.Contain("The same finding as under COM-01."));
        Assert.That(obstacles.Split("<details"), Has.Length.EqualTo(2));
    }

    [Test]
    public void A_failing_scenario_without_a_requirement_is_not_forgotten()
    {
        var run = Sample.Run([], Sample.Scenario("stray:1", Verdict.Error));

        Assert.That(Section(Render(run), "obstacles"), Does.Contain("The scenario stray:1"));
    }

    [Test]
    public void An_error_that_a_failure_outweighs_is_not_forgotten()
    {
        var run = Sample.Run(
            [Sample.Result("COM-01", Verdict.Fail, "fail:1", "error:1")],
            Sample.Scenario("fail:1", Verdict.Fail, "COM-01"),
            Sample.Scenario("error:1", Verdict.Error, "COM-01"));

        Assert.That(Section(Render(run), "obstacles"), Does.Contain("The scenario error:1"));
    }

    [Test]
    public void What_does_not_bind_shows_the_failure_that_it_warns_of()
    {
        var run = Sample.Run(
            [Sample.Result("COM-01", Verdict.Warn, "fail:1")], Sample.Scenario("fail:1", Verdict.Fail, "COM-01"));

        var card = Section(Render(run), "obstacles").Split("Warnings: ")[1];

        Assert.That(card, Does.Contain("COM-01").And.Contain("<dt>Found</dt><dd>status 409</dd>"));
    }

    [Test]
    public void Expected_and_found_are_not_told_twice()
    {
        var scenario = Sample.Scenario("fail:1", Verdict.Fail, "COM-01");
        var message = $"The status: expected {scenario.Expected}, found {scenario.Found}";

        var page = Render(Sample.Run([], scenario with { Message = message }));

        Assert.That(page, Does.Contain("<p class=\"message\">The status</p>").And.Not.Contain("found status 409"));
    }

    [Test]
    public void Many_reasons_are_folded_into_one_list()
    {
        var reasons = Enumerable.Range(1, 6).Select(i => $"Reason {i}").ToList();

        var obstacles = Section(Render(SampleRuns.Certified() with { Reasons = reasons }), "obstacles");

        Assert.That(obstacles, Does.Contain("<summary>All 6 reasons in one list</summary>").And.Contain("Reason 6"));
    }

    [Test]
    public void A_pass_that_rests_on_a_waiver_says_so()
    {
        var requirement = Sample.Result("COM-01", Verdict.Fail) with { Waiver = Sample.Waiver(WaiverState.Applied) };

        Assert.That(Render(Sample.Run([requirement]) with { Verdict = RunVerdict.PartialPass }),
            Does.Contain("All that failed is waived: 1 requirement. A waived failure cannot certify."));
    }

    [Test]
    public void Every_requirement_has_its_row_with_level_role_verdict_and_readings()
    {
        var run = SampleRuns.NotConformant();
        var rows = Section(Render(run), "requirements").Split("<tr").Where(row => row.Contains("id=\"r-")).ToList();

        Assert.That(rows, Has.Count.EqualTo(run.Requirements.Count));
        Assert.That(rows.Single(row => row.Contains("r-CON-01")),
            Does.Contain("SHOULD").And.Contain("responder").And.Contain("! warning").And.Contain("href=\"#s4\""));
        Assert.That(rows.Single(row => row.Contains("r-CON-05")),
            Does.Contain("Whether an unknown page token is refused.").And.Contain("400 is answered"));
        Assert.That(rows.Single(row => row.Contains("r-COM-03")), Does.Contain("waived"));
    }

    [Test]
    public void An_area_is_summed_up_gravest_first()
    {
        var requirements = Section(Render(SampleRuns.NotConformant()), "requirements");

        Assert.That(requirements, Does.Contain("1 failed, 1 waived, 2 passed")
            .And.Contain("1 error, 1 inconclusive, 1 skipped, 1 warning, 1 passed"));
    }

    [Test]
    public void A_certificate_says_how_much_is_beyond_its_reach()
    {
        Assert.That(Render(SampleRuns.Certified()),
            Does.Contain("no binding one failed. 1 requirement is beyond this run's reach."));
    }

    [Test]
    public void What_is_not_decided_says_why()
    {
        var undecided = Section(Render(SampleRuns.NotConformant()), "undecided");

        Assert.That(undecided, Does.Contain("NEG-01").And.Contain("NEG-02")
            .And.Contain("Seen only when the target negotiates; decided by the negotiator"));
    }

    [Test]
    public void The_picture_shows_a_call_back_inside_of_the_call_that_caused_it()
    {
        var page = Render(SampleRuns.NotConformant());
        var picture = page.Split("<svg class=\"sequence\"")[^1].Split("</svg>")[0];
        var labels = PictureText().Matches(picture).Select(match => match.Groups[1].Value).ToList();

        Assert.That(labels, Is.EqualTo(
        [
            "Customer", "Target", "Partner",
            "\u2713 Given an environment with an interconnect",
            "1. createConnection", "200 \u00B7 8 ms",
            "2. CreateConnection",
            "\u2713 When the partner sends the same request again",
            "The clock was advanced by 7199 s.", "to 2: 200 \u00B7 8 ms",
            "3. CreateConnection",
            "4. NotifyConnectionStatus", "200 \u00B7 8 ms",
            "to 3: 200 \u00B7 40 ms",
        ]));
    }

    [Test]
    public void The_picture_tells_the_clean_up_from_the_steps()
    {
        var scenario = Sample.Scenario("a:1", Verdict.Pass);
        var exchanges = new[] { 1, 2, 3 }.Select(Sample.Exchange).ToList();
        exchanges[0] = exchanges[0] with { StepLine = 0 };
        exchanges[2] = exchanges[2] with { StepLine = 0 };

        var page = Render(Sample.Run([], scenario with { Exchanges = exchanges }));
        var labels = PictureText().Matches(page).Select(match => match.Groups[1].Value).ToList();

        Assert.That(labels, Is.SupersetOf(new[] { "Before the first step", "After the last step" }));
        Assert.That(labels.IndexOf("After the last step"), Is.EqualTo(labels.IndexOf("3. CreateConnection") - 1));
    }

    [Test]
    public void The_picture_shows_a_fault()
    {
        var page = Render(SampleRuns.NotConformant());

        Assert.That(page, Does.Match("<text class=\"label fault\"[^>]*>to 2: no answer within 5 s</text>"));
    }

    [Test]
    public void The_page_asks_for_nothing_and_runs_nothing()
    {
        foreach (var run in new[] { SampleRuns.NotConformant(), Rendered.HostileRun() })
        {
            var page = Render(run);
            var targets = Attribute().Matches(page).Select(match => match.Groups[1].Value);

            Assert.That(targets.Where(target => target[0] != '#' && target != "data:,"), Is.Empty);
            Assert.That(page, Does.Not.Contain("<script").And.Not.Contain("<img").And.Not.Contain("url(")
                .And.Not.Contain("@import"));
            Assert.That(page, Does.Contain("default-src 'none'"));
        }
    }

    [Test]
    public void Hostile_text_is_shown_as_text()
    {
        var page = Render(Rendered.HostileRun());

        Assert.That(page, Does.Contain("&lt;/pre&gt;&lt;/details&gt;&lt;script&gt;alert(1)&lt;/script&gt;")
            .And.Contain("\u27E8U+202E\u27E9")
            .And.Not.Contain("\u202E")
            .And.Not.Contain("\0"));
        Assert.That(page.Split("</details>"), Has.Length.EqualTo(page.Split("<details").Length));
    }

    [Test]
    public void A_large_run_makes_a_page_of_less_than_six_megabytes_that_says_what_it_left_out()
    {
        var page = Render(SampleRuns.Large(scenarios: 300, exchanges: 10, bodyLength: 2_000));

        Assert.That(Encoding.UTF8.GetByteCount(page), Is.LessThan(6 * MegaByte));
        Assert.That(page, Does.Contain("id=\"abbreviated\"").And.Contain("more characters are in run.json]"));
    }

    [Test]
    public void Passed_scenarios_give_way_so_that_findings_are_shown_in_full()
    {
        var body = $"[{new string('7', 30_000)}]";
        var run = SampleRuns.Large(scenarios: 299, exchanges: 10, bodyLength: 2_000);
        var failed = Sample.Scenario("fail:1", Verdict.Fail);
        var exchange = failed.Exchanges[0] with { Response = new HttpResponseRecord(409, [], body) };

        var page = Render(run with { Scenarios = [.. run.Scenarios, failed with { Exchanges = [exchange] }] });

        Assert.That(page, Does.Contain(new string('7', 30_000)));
    }

    [Test]
    public void A_small_run_is_shown_whole_and_says_nothing_of_leaving_out()
    {
        Assert.That(Render(SampleRuns.NotConformant()), Does.Not.Contain("id=\"abbreviated\""));
    }

    [Test]
    public void A_run_of_nothing_still_has_its_page()
    {
        var page = Render(Sample.Run([]) with { Verdict = RunVerdict.Stopped });

        Assert.That(page, Does.Contain("None was run.").And.Contain("The run was stopped before its end."));
    }

    private static string Render(Run run) => Rendered.As(ReportFormat.Html, run);

    private static string Section(string page, string id) =>
        page.Split($"<section id=\"{id}\"")[1].Split("</section>")[0];

    [GeneratedRegex("<text[^>]*>([^<]*)</text>")]
    private static partial Regex PictureText();

    [GeneratedRegex("(?:href|src|action|data|poster|srcset)=\"([^\"]*)\"")]
    private static partial Regex Attribute();
}
