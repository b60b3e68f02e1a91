using Harness.Certification.Bindings;
using Harness.Certification.Running;
using Harness.Certification.Runs;
using Harness.Certification.Verdicts;
using NUnit.Framework;

namespace Harness.Tests.Certification.Running;

[TestFixture]
public sealed class DeadlineTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(30);
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(1);

    private const string Feature = """
        Feature: Deadlines
          @COM-01
          Scenario: One
            When do it
            Then do nothing
          @COM-01
          Scenario: Two
            Then do nothing
        """;

    [Test]
    public async Task A_step_that_heeds_its_deadline_is_an_error_of_the_harness()
    {
        var run = await RunAsync(Endless, new Deadlines(Late, Soon, Late, Late));

        Assert.That(run.Scenarios[0].Verdict, Is.EqualTo(Verdict.Error));
        Assert.That(run.Scenarios[0].Blame, Is.EqualTo(Blame.Harness));
        Assert.That(
            run.Scenarios[0].Message,
            Is.EqualTo("Expected the step \"When do it\" to end within 0.03 s, found it still going on"));
        Assert.That(run.Scenarios[1].Verdict, Is.EqualTo(Verdict.Pass));
    }

    [Test]
    public async Task A_step_that_waits_for_an_answer_of_the_target_is_blamed_on_it()
    {
        var run = await RunAsync(
            context =>
            {
                context.Evidence.Begin(
                    Direction.ToTarget, "partner", "X", new HttpRequestRecord("GET", "https://t/x", [], null));
                return Endless(context);
            },
            new Deadlines(Late, Soon, Late, Late));

        Assert.That(run.Scenarios[0].Blame, Is.EqualTo(Blame.Target));
        Assert.That(run.Scenarios[0].Message, Does.EndWith(": GET https://t/x had no answer"));
    }

    [Test]
    public async Task A_scenario_has_a_deadline_as_a_whole()
    {
        var run = await RunAsync(Endless, new Deadlines(Soon, Late, Late, Late));

        Assert.That(
            run.Scenarios[0].Message,
            Is.EqualTo("Expected the scenario, at the step \"When do it\", to end within 0.03 s, "
                + "found it still going on"));
    }

    [Test]
    public async Task A_step_that_heeds_nothing_is_left_behind()
    {
        using var release = new ManualResetEventSlim();

        var run = await RunAsync(
            _ =>
            {
                release.Wait();
                return Task.CompletedTask;
            },
            new Deadlines(Late, Soon, Late, Soon));
        release.Set();

        Assert.That(run.Scenarios[0].Verdict, Is.EqualTo(Verdict.Error));
        Assert.That(run.Scenarios[1].Verdict, Is.EqualTo(Verdict.Pass), "the last slot goes on being used");
    }

    [Test]
    public async Task The_slot_of_a_step_that_was_left_behind_is_not_used_again()
    {
        var never = new TaskCompletionSource();
        var host = new TestHost(new Script { ["it"] = _ => never.Task }, slots: 2);
        var feature = Feature + string.Concat(Enumerable.Range(3, 6).Select(i =>
            $"\n  @COM-01\n  Scenario: {i}\n    Then do nothing"));

        var run = await host.RunAsync(
            TestSuite.PlanOf(feature, typeof(TwoWaitsForOne)),
            new Announcer(),
            options => options with { Deadlines = new Deadlines(Late, Soon, Late, Soon) });
        never.SetResult();

        Assert.That(run.Scenarios.Skip(2).Select(it => it.Slot), Is.All.EqualTo(run.Scenarios[1].Slot));
        Assert.That(run.Scenarios[0].Slot, Is.Not.EqualTo(run.Scenarios[1].Slot));
        Assert.That(run.Scenarios.Skip(1).Select(it => it.Verdict), Is.All.EqualTo(Verdict.Pass));
    }

    [Test]
    public async Task Clean_up_has_a_deadline_and_a_token_of_its_own()
    {
        var host = new TestHost(new Script { ["it"] = Endless })
        {
            OnClose = () => new TaskCompletionSource().Task,
        };

        var run = await host.RunAsync(
            TestSuite.PlanOf(Feature, typeof(CleanUp)),
            with: options => options with { Deadlines = new Deadlines(Late, Soon, Soon, Soon) });

        Assert.That(host.Events, Does.Contain("clean-up may still call"));
        Assert.That(run.Scenarios[0].Notes.Select(it => it.Text), Has.Some.EqualTo(
            "The clean-up failed: Expected the clean-up, at the closing of the scenario's world, "
            + "to end within 0.03 s, found it still going on"));
    }

    private static Task Endless(ScenarioContext context) =>
        Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.CancellationToken);

    private static Task<Run> RunAsync(Func<ScenarioContext, Task> action, Deadlines deadlines) =>
        new TestHost(new Script { ["it"] = action }).RunAsync(
            TestSuite.PlanOf(Feature),
            with: options => options with { Deadlines = deadlines });

    private sealed class Announcer : IRunListener
    {
        public void ScenarioFinished(ScenarioResult result, RunCounts counts)
        {
            if (result.Name == "One")
                TwoWaitsForOne.OneEnded.TrySetResult();
        }
    }

    /// <summary>Keeps the second slot busy until the first is lost, so that the rest could use either.</summary>
    [Binding]
    internal sealed class TwoWaitsForOne(ScenarioContext context)
    {
        public static TaskCompletionSource OneEnded { get; } = new();

        [AfterScenario]
        public Task AfterAsync() => context.Scenario.Title == "Two" ? OneEnded.Task : Task.CompletedTask;
    }

    [Binding]
    internal sealed class CleanUp(ScenarioContext context, TestHost host)
    {
        [AfterScenario]
        public void After()
        {
            if (!context.CancellationToken.IsCancellationRequested)
                host.Happened("clean-up may still call");
        }
    }
}
