using Harness.Certification.Loading;
using Harness.Certification.Planning;
using Harness.Certification.Running;
using Harness.Certification.Runs;
using Harness.Certification.Verdicts;
using NUnit.Framework;

namespace Harness.Tests.Certification.Running;

[TestFixture]
public sealed class ParallelTests
{
    [Test]
    public async Task No_slot_is_ever_shared()
    {
        var inUse = new int[4];
        var shared = 0;
        var script = new Script
        {
            ["it"] = async context =>
            {
                if (Interlocked.Increment(ref inUse[context.Slot]) > 1)
                    Interlocked.Increment(ref shared);
                await Task.Yield();
                Interlocked.Decrement(ref inUse[context.Slot]);
            },
        };

        var run = await new TestHost(script, slots: 4).RunAsync(TestSuite.PlanOf(Feature(40)));

        Assert.That(shared, Is.Zero);
        Assert.That(run.Scenarios, Has.Count.EqualTo(40));
        Assert.That(run.Scenarios.Select(it => it.Slot), Is.All.InRange(0, 3));
    }

    [Test]
    public async Task As_many_scenarios_run_together_as_there_are_slots()
    {
        using var together = new CountdownEvent(3);
        var script = new Script
        {
            ["it"] = _ =>
            {
                together.Signal();
                return together.Wait(TimeSpan.FromSeconds(10))
                    ? Task.CompletedTask
                    : throw new InvalidOperationException("the others never came");
            },
        };

        var run = await new TestHost(script, slots: 3).RunAsync(TestSuite.PlanOf(Feature(3)));

        Assert.That(run.Scenarios.Select(it => it.Message), Is.All.Null);
        Assert.That(run.Scenarios.Select(it => it.Slot), Is.EquivalentTo([0, 1, 2]));
    }

    [Test]
    public async Task Parallel_bounds_the_slots_in_use()
    {
        var run = await new TestHost(new Script { ["it"] = _ => Task.CompletedTask }, slots: 4).RunAsync(
            TestSuite.PlanOf(Feature(10)),
            with: options => options with { Parallel = 1 });

        Assert.That(run.Scenarios.Select(it => it.Slot), Is.All.Zero);
    }

    [Test]
    public async Task Serial_scenarios_run_alone_and_last()
    {
        var running = 0;
        var company = 0;
        var feature = Feature(6).Replace("@COM-01\n  Scenario: S0", "@COM-01 @serial\n  Scenario: S0");
        var script = new Script
        {
            ["it"] = async context =>
            {
                var now = Interlocked.Increment(ref running);
                if (context.Scenario.Tags.Contains(Scenario.SerialTag) && now > 1)
                    company++;
                await Task.Yield();
                Interlocked.Decrement(ref running);
            },
        };

        var run = await new TestHost(script, slots: 3).RunAsync(TestSuite.PlanOf(feature));

        Assert.That(company, Is.Zero);
        Assert.That(run.Scenarios[0].StartedAt, Is.GreaterThanOrEqualTo(run.Scenarios.Max(it => it.StartedAt)));
        Assert.That(run.Scenarios[0].Name, Is.EqualTo("S0"), "results are in the order of the plan");
    }

    [Test]
    public async Task A_listener_hears_of_everything_one_thing_at_a_time()
    {
        var listener = new Listener();

        await new TestHost(new Script { ["it"] = _ => Task.CompletedTask }, slots: 4)
            .RunAsync(TestSuite.PlanOf(Feature(20)), listener);

        Assert.That(listener.Overlaps, Is.Zero);
        Assert.That(listener.Heard, Is.EqualTo((Started: 20, Steps: 20, Finished: 20)));
        Assert.That(listener.Counts.Select(it => it.Finished), Is.EqualTo(Enumerable.Range(1, 20)));
        Assert.That(listener.Counts[^1].Of(Verdict.Pass), Is.EqualTo(20));
        Assert.That(listener.Run?.Scenarios, Has.Count.EqualTo(20));
    }

    [Test]
    public async Task What_is_stopped_is_marked_and_cleaned_up()
    {
        using var stop = new CancellationTokenSource();
        var script = new Script
        {
            ["it"] = async context =>
            {
                await stop.CancelAsync();
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.CancellationToken);
            },
        };
        var host = new TestHost(script);

        var run = await host.RunAsync(TestSuite.PlanOf(Feature(3)), stop: stop.Token);

        Assert.That(run.Verdict, Is.EqualTo(RunVerdict.Stopped));
        Assert.That(run.Reasons[0], Is.EqualTo("The run was stopped before its end"));
        Assert.That(run.Scenarios.Select(it => (it.Verdict, it.Message)), Is.EqualTo([
            (Verdict.Inconclusive, "The run was stopped during the step \"Then do it\""),
            (Verdict.Skip, "The run was stopped before this scenario began"),
            (Verdict.Skip, "The run was stopped before this scenario began"),
        ]));
        Assert.That(run.Scenarios[1].Steps.Single().Status, Is.EqualTo(StepStatus.NotRun));
        Assert.That(host.Events, Is.EqualTo(["closed"]));
    }

    [Test]
    public async Task After_a_stop_no_further_step_begins()
    {
        using var stop = new CancellationTokenSource();
        var further = 0;
        var script = new Script
        {
            ["it"] = _ => stop.CancelAsync(),
            ["more"] = _ =>
            {
                further++;
                return Task.CompletedTask;
            },
        };
        var host = new TestHost(script);

        var run = await host.RunAsync(TestSuite.PlanOf(Feature(1) + "\n    And do more"), stop: stop.Token);

        Assert.That(further, Is.Zero);
        Assert.That(run.Scenarios[0].Message, Is.EqualTo("The run was stopped during the step \"And do more\""));
        Assert.That(host.Events, Is.EqualTo(["closed"]));
    }

    [Test]
    public void A_host_without_slots_is_an_error_of_the_configuration()
    {
        var host = new TestHost(new Script(), slots: 0);

        Assert.That(
            () => host.RunAsync(TestSuite.PlanOf(Feature(1)), with: options => options with { Parallel = 1 }),
            Throws.TypeOf<BlameException>().With.Property(nameof(BlameException.Blame)).EqualTo(Blame.Config));
    }

    private static string Feature(int scenarios) => "Feature: Parallel\n" + string.Join('\n', Enumerable
        .Range(0, scenarios)
        .Select(i => $"  @COM-01\n  Scenario: S{i}\n    Then do it"));

    private sealed class Listener : IRunListener
    {
        private int _inside;

        public int Overlaps { get; private set; }

        public (int Started, int Steps, int Finished) Heard { get; private set; }

        public List<RunCounts> Counts { get; } = [];

        public Run? Run { get; private set; }

        public void RunStarted(Plan plan, int workers) => Hear(() => Assert.That(workers, Is.EqualTo(4)));

        public void ScenarioStarted(Scenario scenario, int slot) =>
            Hear(() => Heard = Heard with { Started = Heard.Started + 1 });

        public void StepStarted(Scenario scenario, Step step, int slot) =>
            Hear(() => Heard = Heard with { Steps = Heard.Steps + 1 });

        public void ScenarioFinished(ScenarioResult result, RunCounts counts) => Hear(() =>
        {
            Heard = Heard with { Finished = Heard.Finished + 1 };
            Counts.Add(counts);
        });

        public void RunFinished(Run run) => Hear(() => Run = run);

        private void Hear(Action action)
        {
            if (Interlocked.Increment(ref _inside) > 1)
                Overlaps++;
            action();
            Interlocked.Decrement(ref _inside);
        }
    }
}
