using Harness.Certification.Checks;
using Harness.Certification.Evidence;
using Harness.Certification.Reports;
using Harness.Certification.Reports.Json;
using Harness.Certification.Runs;
using NUnit.Framework;

namespace Harness.Tests.Certification.Running;

/// <summary>What a run leaves behind holds together, and every report can be made of it.</summary>
[TestFixture]
public sealed class RunRecordTests
{
    private const string Feature = """
        Feature: Records
          @COM-01
          Scenario: Fails
            When do it
            Then do nothing
        """;

    [Test]
    public async Task A_run_says_what_it_was_asked_to_do()
    {
        var run = await RunAsync();

        Assert.That(run.Format, Is.EqualTo(Run.CurrentFormat));
        Assert.That(run.Options.Seed, Is.EqualTo(7));
        Assert.That(run.Options.Command, Is.EqualTo("harness certify"));
        Assert.That(run.FinishedAt, Is.GreaterThanOrEqualTo(run.StartedAt));
        Assert.That(run.Verdict, Is.EqualTo(RunVerdict.NotConformant));
        Assert.That(run.Reasons[0], Is.EqualTo("COM-01 failed: Fails: the status: expected 409, found 200"));
    }

    [Test]
    public async Task An_exchange_belongs_to_the_step_during_which_it_began()
    {
        var scenario = (await RunAsync()).Scenarios[0];

        Assert.That(scenario.Exchanges.Single().StepLine, Is.EqualTo(scenario.Steps[0].Line));
        Assert.That(scenario.FailingExchange, Is.EqualTo(1));
    }

    [Test]
    public async Task Every_report_can_be_made_of_it_and_none_holds_a_secret()
    {
        var run = await RunAsync();

        foreach (var format in ReportFormat.All)
        {
            using var output = new MemoryStream();
            format.Write(run, output);
            var text = System.Text.Encoding.UTF8.GetString(output.ToArray());
            Assert.That(text, Does.Not.Contain("hunter2").And.Not.Empty, format.Name);
        }
    }

    [Test]
    public async Task It_is_read_back_as_it_was_written()
    {
        var run = await RunAsync();
        using var first = new MemoryStream();
        RunJson.Write(run, first);
        using var second = new MemoryStream();

        RunJson.Write(RunJson.Read(first.ToArray(), "run.json"), second);

        Assert.That(second.ToArray(), Is.EqualTo(first.ToArray()));
    }

    private static Task<Run> RunAsync()
    {
        var script = new Script
        {
            ["it"] = context =>
            {
                var request = new HttpRequestRecord(
                    "POST", "https://t/x", [new Fact("Authorization", "Bearer hunter22")], """{"cak":"hunter23"}""");
                context.Evidence
                    .Begin(Direction.ToTarget, "partner", "CreateX", request)
                    .Complete(200, [], """{"echo":"hunter22 hunter23"}""");
                throw new CheckFailedException("the status", "409", "200");
            },
        };
        return new TestHost(script).RunAsync(
            TestSuite.PlanOf(Feature),
            with: options => options with { Redaction = RedactionRules.Default with { Fields = ["cak"] } });
    }
}
