using Harness.Certification.Bindings;
using Harness.Certification.Checks;
using Harness.Certification.Runs;
using Harness.Certification.Verdicts;
using NUnit.Framework;
using InconclusiveException = Harness.Certification.Verdicts.InconclusiveException;

namespace Harness.Tests.Certification.Running;

[TestFixture]
public sealed class VerdictTests
{
    private const string Binding = """
        Feature: Verdicts
          @COM-01 @COM-03
          Scenario: One
            Given do nothing
            When do it
            Then do nothing
        """;

    [Test]
    public async Task Steps_that_hold_pass()
    {
        var result = await RunAsync(_ => Task.CompletedTask);

        Assert.That(result.Verdict, Is.EqualTo(Verdict.Pass));
        Assert.That(result.Message, Is.Null);
        Assert.That(result.Steps.Select(it => it.Status), Is.All.EqualTo(StepStatus.Passed));
    }

    [Test]
    public async Task A_failed_check_fails_with_expected_and_found_and_ends_the_scenario()
    {
        var result = await RunAsync(_ => throw new CheckFailedException("the status", "409", "200"));

        Assert.That(result.Verdict, Is.EqualTo(Verdict.Fail));
        Assert.That(result.Message, Is.EqualTo("the status: expected 409, found 200"));
        Assert.That((result.Expected, result.Found), Is.EqualTo(("409", "200")));
        Assert.That(
            result.Steps.Select(it => it.Status),
            Is.EqualTo([StepStatus.Passed, StepStatus.Failed, StepStatus.NotRun]));
    }

    [Test]
    public async Task A_failed_check_of_what_does_not_bind_is_a_warning()
    {
        var result = await RunAsync(
            _ => throw new CheckFailedException("the status", "409", "200"),
            Binding.Replace("@COM-01 ", ""));

        Assert.That(result.Verdict, Is.EqualTo(Verdict.Warn));
    }

    [Test]
    public async Task A_failed_check_shows_the_latest_exchange_unless_it_names_one()
    {
        var latest = await RunAsync(context =>
        {
            Exchange(context);
            Exchange(context);
            throw new CheckFailedException("what", "a", "b");
        });
        var named = await RunAsync(context =>
        {
            Exchange(context);
            Exchange(context);
            throw new CheckFailedException("what", "a", "b", exchange: 1);
        });

        Assert.That((latest.FailingExchange, named.FailingExchange), Is.EqualTo(((int?)2, (int?)1)));
    }

    [Test]
    public async Task A_skip_has_its_reason()
    {
        var result = await RunAsync(_ => throw new SkipException("no clock hook"));

        Assert.That((result.Verdict, result.Message), Is.EqualTo((Verdict.Skip, "no clock hook")));
        Assert.That(result.Steps[1].Status, Is.EqualTo(StepStatus.Skipped));
    }

    [Test]
    public async Task What_decides_nothing_is_inconclusive()
    {
        var result = await RunAsync(_ => throw new InconclusiveException("both were refused"));

        Assert.That((result.Verdict, result.Message), Is.EqualTo((Verdict.Inconclusive, "both were refused")));
    }

    [Test]
    public async Task Blame_is_kept()
    {
        var result = await RunAsync(_ => throw new BlameException(Blame.Operator, "nobody answered"));

        Assert.That((result.Verdict, result.Blame), Is.EqualTo((Verdict.Error, (Blame?)Blame.Operator)));
        Assert.That(result.Message, Is.EqualTo("nobody answered"));
    }

    [Test]
    public async Task Whatever_nobody_explains_is_a_defect_of_the_harness()
    {
        var result = await RunAsync(_ => throw new InvalidCastException("oops"));

        Assert.That((result.Verdict, result.Blame), Is.EqualTo((Verdict.Error, (Blame?)Blame.Harness)));
        Assert.That(result.Message, Is.EqualTo("InvalidCastException in the step \"When do it\": oops"));
        Assert.That(result.Notes.Single().Text, Does.StartWith("InvalidCastException thrown at "));
    }

    [Test]
    public async Task The_host_explains_exceptions_of_its_own()
    {
        var host = new TestHost(Script.Throwing("it", () => new TimeoutException("slow")))
        {
            OnExplain = it => it is TimeoutException ? new BlameException(Blame.Target, "the target was slow") : null,
        };

        var run = await host.RunAsync(TestSuite.PlanOf(Binding));

        Assert.That(run.Scenarios[0].Blame, Is.EqualTo(Blame.Target));
        Assert.That(run.Scenarios[0].Message, Is.EqualTo("the target was slow"));
    }

    [Test]
    public async Task A_step_that_is_not_written_yet_is_an_error()
    {
        var result = await RunAsync(_ => throw new PendingStepException());

        Assert.That((result.Verdict, result.Blame), Is.EqualTo((Verdict.Error, (Blame?)Blame.Harness)));
        Assert.That(result.Message, Is.EqualTo("Nothing is written yet for the step \"When do it\""));
    }

    [Test]
    public async Task A_world_that_does_not_open_skips_or_fails_the_scenario_before_its_first_step()
    {
        var host = new TestHost(new Script()) { OnOpen = _ => throw new SkipException("no second environment") };

        var result = (await host.RunAsync(TestSuite.PlanOf(Binding.Replace("do it", "do nothing")))).Scenarios[0];

        Assert.That((result.Verdict, result.Message), Is.EqualTo((Verdict.Skip, "no second environment")));
        Assert.That(result.Steps.Select(it => it.Status), Is.All.EqualTo(StepStatus.NotRun));
        Assert.That(host.Events, Is.Empty, "there is no world to close");
    }

    [Test]
    public async Task A_scenario_has_a_seed_of_its_own_that_the_run_seed_repeats()
    {
        var first = await SeedAsync(7, "One");

        Assert.That(await SeedAsync(7, "One"), Is.EqualTo(first));
        Assert.That(await SeedAsync(8, "One"), Is.Not.EqualTo(first));
        Assert.That(await SeedAsync(7, "Other"), Is.Not.EqualTo(first));
    }

    [Test]
    public async Task Readings_of_open_points_are_reported_once()
    {
        var result = await RunAsync(context =>
        {
            context.ReportReading("key-used", "at creation");
            context.ReportReading("key-used", "at creation");
            return Task.CompletedTask;
        });

        Assert.That(result.Readings, Is.EqualTo([new Reading("key-used", "at creation")]));
    }

    [TestCase("key-usd", "at creation", "no open point \"key-usd\"; did you mean \"key-used\"?")]
    [TestCase("key-used", "at cration", "no reading \"at cration\"; did you mean \"at creation\"?")]
    public async Task A_reading_that_the_catalogue_does_not_list_is_a_defect(string point, string shown, string message)
    {
        var result = await RunAsync(context =>
        {
            context.ReportReading(point, shown);
            return Task.CompletedTask;
        });

        Assert.That(result.Blame, Is.EqualTo(Blame.Harness));
        Assert.That(result.Message, Does.EndWith(message));
    }

    [Test]
    public async Task What_a_scenario_says_has_no_secrets_in_it()
    {
        var result = await RunAsync(context =>
        {
            context.Evidence.Redactor.Learn("hunter22");
            context.Note("it was hunter22");
            context.Show(new Figure("hunter22", "<svg a='hunter22'><text>hunter22</text></svg>", "hunter22"));
            throw new CheckFailedException("the key hunter22", "anything", "hunter22");
        });

        Assert.That(result.Message, Is.EqualTo("the key [redacted]: expected anything, found [redacted]"));
        Assert.That(result.Found, Is.EqualTo("[redacted]"));
        Assert.That(result.Notes.Single().Text, Is.EqualTo("it was [redacted]"));
        Assert.That(result.Figures.Single(), Is.EqualTo(new Figure(
            "[redacted]", "<svg a=\"[redacted]\"><text>[redacted]</text></svg>", "[redacted]")));
    }

    [Test]
    public async Task A_file_is_named_after_its_scenario()
    {
        var result = await RunAsync(context =>
        {
            context.Attach("Frames", "ch1.pcap", "application/octet-stream", new byte[1]);
            return Task.CompletedTask;
        });

        Assert.That(result.Attachments.Single().FileName, Is.EqualTo($"f1-{result.Line}-ch1.pcap"));
    }

    private static void Exchange(ScenarioContext context) => context.Evidence
        .Begin(Direction.ToTarget, "partner", "X", new HttpRequestRecord("GET", "https://t/x", [], null))
        .Complete(200, [], null);

    private static async Task<ScenarioResult> RunAsync(Func<ScenarioContext, Task> action, string feature = Binding)
    {
        var script = new Script { ["it"] = action };
        return (await new TestHost(script).RunAsync(TestSuite.PlanOf(feature))).Scenarios[0];
    }

    private static async Task<int> SeedAsync(int runSeed, string name)
    {
        var seed = 0;
        var script = new Script
        {
            ["it"] = context =>
            {
                seed = context.Seed;
                return Task.CompletedTask;
            },
        };
        var plan = TestSuite.PlanOf(Binding.Replace("Scenario: One", $"Scenario: {name}"));
        await new TestHost(script).RunAsync(plan, with: it => it with { Seed = runSeed });
        return seed;
    }
}
