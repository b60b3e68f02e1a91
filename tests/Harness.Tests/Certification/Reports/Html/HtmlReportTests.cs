using System.Text;
using System.Text.RegularExpressions;
using Harness.Certification.Reports;
using Harness.Certification.Runs;
using Harness.Certification.Verdicts;
using NUnit.Framework;

namespace Harness.Tests.Certification.Reports.Html;

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
    public void A_picture_of_the_target_stands_before_what_is_in_its_way()
    {
        var run = SampleRuns.Certified();
        run = run with { Target = run.Target with { Figures = [Sample.Figure] } };

        Assert.That(Render(run).Split("id=\"obstacles\"")[0], Does.Contain("<figcaption>Two lanes</figcaption>"));
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
    public void A_body_that_would_grow_out_of_bounds_is_shown_as_sent()
    {
        var body = new string('[', 60) + new string(']', 60);
        var exchange = Sample.Exchange(1) with { Response = new HttpResponseRecord(200, [], body) };

        var page = Render(Sample.Run([], Sample.Scenario("a:1", Verdict.Pass) with { Exchanges = [exchange] }));

        Assert.That(page, Does.Contain(body));
    }

    [Test]
    public void The_page_asks_for_nothing_and_runs_nothing()
    {
        foreach (var run in new[] { SampleRuns.NotConformant(), Rendered.HostileRun() })
        {
            var page = Render(run);
            var targets = Attribute().Matches(page).Select(match => match.Groups[1].Value);

            Assert.That(targets.Where(target => target[0] != '#' && target != "data:,"
                && !target.StartsWith("data:image/svg+xml;base64,", StringComparison.Ordinal)
                && target != $"attachments/{Sample.Attachment.FileName}"), Is.Empty);
            Assert.That(page, Does.Not.Contain("<script").And.Not.Contain("url(").And.Not.Contain("@import"));
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

    [GeneratedRegex("(?:href|src|action|data|poster|srcset)=\"([^\"]*)\"")]
    private static partial Regex Attribute();
}
