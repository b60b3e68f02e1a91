using System.Xml.Linq;
using Harness.Certification.Reports;
using Harness.Certification.Runs;
using Harness.Certification.Verdicts;
using NUnit.Framework;

namespace Harness.Tests.Certification.Reports.JUnit;

public sealed class JUnitReportTests
{
    [Test]
    public void A_failure_is_not_an_error_and_each_verdict_has_its_element()
    {
        var suites = Render(SampleRuns.NotConformant());

        Assert.Multiple(() =>
        {
            Assert.That(Outcome(suites, "The scenario pass:1"), Is.Null);
            Assert.That(Outcome(suites, "The scenario fail:1")?.Name.LocalName, Is.EqualTo("failure"));
            Assert.That(Outcome(suites, "The scenario error:1")?.Name.LocalName, Is.EqualTo("error"));
            Assert.That(Outcome(suites, "The scenario skip:1")?.Name.LocalName, Is.EqualTo("skipped"));
            Assert.That(Outcome(suites, "The scenario inconclusive:1")?.Name.LocalName, Is.EqualTo("skipped"));
            Assert.That(Outcome(suites, "The scenario warn:1")?.Name.LocalName, Is.EqualTo("system-out"));
            Assert.That(Outcome(suites, "The scenario waived:1")?.Name.LocalName, Is.EqualTo("skipped"));
        });
    }

    [Test]
    public void A_failure_says_expected_against_found_and_the_exchange()
    {
        var failure = Outcome(Render(SampleRuns.NotConformant()), "The scenario fail:1")!;

        Assert.That(failure.Value, Does.Contain("COM-02: What COM-02 asks for")
            .And.Contain("Expected: status 200 and the same connection")
            .And.Contain("Found: status 409")
            .And.Contain("exchange 2: POST"));
    }

    [Test]
    public void A_skipped_case_says_why()
    {
        var suites = Render(SampleRuns.NotConformant());

        Assert.That(Outcome(suites, "The scenario inconclusive:1")!.Attribute("message")!.Value,
            Does.StartWith("Inconclusive: "));
        Assert.That(Outcome(suites, "The scenario waived:1")!.Attribute("message")!.Value,
            Does.StartWith("Waived until 2026-12-31: Agreed with the partner"));
    }

    [Test]
    public void The_error_names_who_is_to_blame()
    {
        var error = Outcome(Render(SampleRuns.NotConformant()), "The scenario error:1")!;

        Assert.That(error.Attribute("type")!.Value, Is.EqualTo("Error of the target"));
    }

    [Test]
    public void A_case_carries_the_requirements_that_it_decides()
    {
        var ids = Case(Render(SampleRuns.NotConformant()), "The scenario pass:1").Descendants("property")
            .Where(property => property.Attribute("name")!.Value == "requirement")
            .Select(property => property.Attribute("value")!.Value);

        Assert.That(ids, Is.EqualTo(["COM-01", "COM-04"]));
    }

    [Test]
    public void The_counts_agree_with_the_cases()
    {
        var root = Render(SampleRuns.NotConformant());
        foreach (var suite in root.Elements("testsuite").Append(root))
        {
            Assert.Multiple(() =>
            {
                Assert.That(Number(suite, "tests"), Is.EqualTo(suite.Descendants("testcase").Count()));
                Assert.That(Number(suite, "failures"), Is.EqualTo(suite.Descendants("failure").Count()));
                Assert.That(Number(suite, "errors"), Is.EqualTo(suite.Descendants("error").Count()));
                Assert.That(Number(suite, "skipped"), Is.EqualTo(suite.Descendants("skipped").Count()));
            });
        }
    }

    [Test]
    public void There_is_a_suite_per_feature()
    {
        var other = Sample.Scenario("b:1", Verdict.Pass, "COM-01") with { Feature = "Other", Uri = "b.feature" };
        var run = SampleRuns.Certified();

        var suites = Render(run with { Scenarios = [.. run.Scenarios, other] }).Elements("testsuite");

        Assert.That(suites.Select(suite => suite.Attribute("name")!.Value),
            Is.EqualTo(["Connections are created once", "Other"]));
    }

    [Test]
    public void Rows_of_an_outline_are_told_apart_by_their_line()
    {
        var row = Sample.Scenario("a:20", Verdict.Pass) with { Name = "A row", Line = 20 };
        var run = SampleRuns.Certified() with { Scenarios = [row, row with { Id = "a:21", Line = 21 }] };

        Assert.That(Render(run).Descendants("testcase").Select(one => one.Attribute("name")!.Value),
            Is.EqualTo(["A row (line 20)", "A row (line 21)"]));
    }

    [Test]
    public void A_waiver_that_does_not_hold_fails_a_case_of_its_own()
    {
        var root = Render(SampleRuns.NotConformant());

        Assert.That(Outcome(root, "The waiver of COM-04 holds")?.Name.LocalName, Is.EqualTo("failure"));
        Assert.That(Outcome(root, "The waiver of COM-03 holds"), Is.Null);
    }

    [Test]
    public void A_waiver_does_not_excuse_another_requirement_that_the_scenario_fails()
    {
        var run = SampleRuns.NotConformant();
        var scenario = Sample.Scenario("both:1", Verdict.Fail, "COM-03", "COM-02");

        var root = Render(run with { Scenarios = [scenario] });

        Assert.That(Outcome(root, scenario.Name)?.Name.LocalName, Is.EqualTo("failure"));
    }

    [Test]
    public void A_stopped_run_is_never_green()
    {
        var root = Render(SampleRuns.Certified() with { Verdict = RunVerdict.Stopped });

        Assert.That(root.Attribute("errors")!.Value, Is.EqualTo("1"));
    }

    [Test]
    public void Hostile_text_is_shown_and_breaks_nothing()
    {
        var failure = Render(Rendered.HostileRun()).Descendants("failure").Single();

        Assert.That(failure.Attribute("message")!.Value, Does.Contain("<script>").And.Contain("\u2400 \u241B[2J"));
        Assert.That(failure.Value, Does.Not.Contain("\u202E"));
    }

    private static XElement Render(Run run) => XElement.Parse(Rendered.As(ReportFormat.JUnit, run));

    private static XElement Case(XElement root, string name) =>
        root.Descendants("testcase").Single(one => one.Attribute("name")!.Value == name);

    private static XElement? Outcome(XElement root, string name) =>
        Case(root, name).Elements().FirstOrDefault(element => element.Name != "properties");

    private static int Number(XElement element, string name) => (int)element.Attribute(name)!;
}
