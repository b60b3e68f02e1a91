using System.Xml.Linq;
using Harness.Certification.Checks;
using Harness.Certification.Planning;
using Harness.Certification.Reports;
using Harness.Certification.Running;
using Harness.Certification.Runs;
using Harness.Certification.Selecting;
using Harness.Certification.Verdicts;
using Harness.Features.Hosting;
using Harness.Features.Labs;
using Harness.Tests.Certification;
using Harness.Tests.Cli;
using NUnit.Framework;

namespace Harness.Tests.Features.Labs;

/// <summary>What scenarios on a lab leave in the report; here on a lab without routers.</summary>
public sealed class LabReportTests
{
    private const string Migration = "A connection moves to another interconnect under traffic, and no packet is lost";
    private const string Clear = "A capture above MACsec does show frames in the clear";
    private const string DifferentKeys =
        "With different keys at its ends nothing crosses a channel, and the others carry on";

    [Test]
    public async Task The_picture_shows_what_each_channel_went_through_while_traffic_crossed()
    {
        var result = await ResultAsync(new ScriptedBench(), Migration);

        var figure = result.Figures.Single();
        var hints = XElement.Parse(figure.Svg).Descendants().Where(it => it.Name.LocalName == "rect")
            .Select(it => it.Value);
        Assert.Multiple(() =>
        {
            Assert.That(result.Verdict, Is.EqualTo(Verdict.Pass), result.Message);
            Assert.That(hints, Is.SupersetOf(new[]
            {
                "ix1/ch1 carries traffic from 0.0 s", "ix1/ch1 drained from 5.0 s", "ix1/ch1 no feature from 10.0 s",
                "ix2/east-7 no feature from 0.0 s", "ix2/east-7 carries traffic from 10.0 s",
            }));
            Assert.That(figure.Alternative, Does.Contain(
                "B  the connection moves to the other interconnect, 0.0 s to 22.0 s; "
                + "aurora to borealis: 20000 sent, 20000 received, 0 lost"));
        });
    }

    [Test]
    public async Task A_scenario_that_fails_under_traffic_shows_what_was_lost_until_then()
    {
        var bench = new ScriptedBench(Enumerable.Range(100, 50))
        {
            Goes = () => throw new CheckFailedException("the migration", "one", "none"),
        };

        var result = await ResultAsync(bench, Migration);

        Assert.That(result.Verdict, Is.EqualTo(Verdict.Fail));
        Assert.That(
            result.Figures.Single().Alternative, Does.Contain("5000 sent, 4950 received, 50 lost (50 in a row)"));
    }

    [Test]
    public async Task A_lab_that_does_not_answer_any_more_does_not_hide_the_failure()
    {
        ScriptedBench bench = null!;
        bench = new ScriptedBench
        {
            Goes = () =>
            {
                bench.Lab.IsGone = true;
                throw new CheckFailedException("the migration", "one", "none");
            },
        };

        var result = await ResultAsync(bench, Migration);

        Assert.That(result.Found, Is.EqualTo("none"));
        Assert.That(result.Notes.Select(note => note.Text), Has.Member("not kept: the lab is gone"));
    }

    [Test]
    public async Task Captured_frames_lie_beside_the_report_which_links_to_them()
    {
        using var directory = new TemporaryDirectory();
        var run = await RunAsync(new ScriptedBench(), Clear);

        ReportWriter.WriteAll(run, directory.Path, ReportFormat.All);

        var scenario = run.Scenarios.Single();
        var kept = scenario.Attachments.Single();
        Assert.Multiple(() =>
        {
            Assert.That(scenario.Verdict, Is.EqualTo(Verdict.Pass), scenario.Message);
            Assert.That(kept.FileName, Is.EqualTo($"lab-encryption-{scenario.Line}-aurora-a-c1v1100.pcap"));
            Assert.That(kept.Title, Is.EqualTo("Frames of ix1/ch1 above MACsec, at c1v1100 of aurora-a"));
            Assert.That(
                File.ReadAllBytes(directory[$"attachments/{kept.FileName}"]), Is.EqualTo(ScriptedLab.Capture));
            Assert.That(
                File.ReadAllText(directory["report.html"]), Does.Contain($"href=\"attachments/{kept.FileName}\""));
            Assert.That(File.ReadAllText(directory["run.json"]), Does.Contain(kept.FileName));
        });
    }

    [Test]
    public async Task What_was_captured_is_kept_of_a_scenario_that_ended_before_it_looked()
    {
        var result = await ResultAsync(new ScriptedBench(), DifferentKeys);

        Assert.That(result.Verdict, Is.EqualTo(Verdict.Error), "the scripted lab has no keys");
        Assert.That(result.Attachments.Single().Title, Does.StartWith("Frames of ix1/ch1 on the wire"));
    }

    [Test]
    public async Task A_scenario_in_which_nothing_is_done_has_no_picture()
    {
        var result = await ResultAsync(
            new ScriptedBench(), "A grouping that deadlocks is found, and one that does not is not");

        Assert.That(result.Verdict, Is.EqualTo(Verdict.Pass), result.Message);
        Assert.That(result.Figures, Is.Empty);
    }

    private static async Task<ScenarioResult> ResultAsync(ScriptedBench bench, string scenario) =>
        (await RunAsync(bench, scenario)).Scenarios.Single();

    private static Task<Run> RunAsync(ScriptedBench bench, string scenario)
    {
        var suite = TestSuite.Ready(FeatureSuite.LoadLab());
        var id = suite.Scenarios.Single(it => it.Name == scenario).Id;
        Plan plan = TestSuite.Ready(suite.Plan(Selection.Of(id)));
        var options = new RunOptions(
            "harness test", new TargetDescription("lab", "lab:scripted", [], []), "harness", 7, 1, TimeProvider.System);
        return Runner.RunAsync(plan, new LabHost(bench), options, new SilentListener(), CancellationToken.None);
    }
}
