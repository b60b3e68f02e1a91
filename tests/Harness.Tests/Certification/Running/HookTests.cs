using System.Diagnostics.CodeAnalysis;
using Harness.Certification.Bindings;
using Harness.Certification.Checks;
using Harness.Certification.Verdicts;
using NUnit.Framework;

namespace Harness.Tests.Certification.Running;

[TestFixture]
public sealed class HookTests
{
    private const string Feature = """
        Feature: Hooks
          @COM-01
          Scenario: One
            When do it
            Then do nothing
        """;

    [Test]
    public async Task Hooks_run_around_scenario_and_steps_in_their_order()
    {
        var host = Host(_ => Task.CompletedTask);

        await host.RunAsync(TestSuite.PlanOf(Feature, typeof(Hooks)));

        Assert.That(host.Events, Is.EqualTo([
            "early before", "before",
            "before step", "it", "after step",
            "before step", "after step",
            "after", "disposed", "closed",
        ]));
    }

    [Test]
    public async Task A_hook_with_tags_runs_only_for_scenarios_that_carry_one()
    {
        var host = Host(_ => Task.CompletedTask);

        await host.RunAsync(TestSuite.PlanOf(Feature.Replace("@COM-01", "@COM-01 @slow"), typeof(Hooks)));

        Assert.That(host.Events, Does.Contain("before slow"));
    }

    [Test]
    public async Task Clean_up_runs_after_a_failure_too()
    {
        var host = Host(_ => throw new CheckFailedException("what", "a", "b"));

        var run = await host.RunAsync(TestSuite.PlanOf(Feature, typeof(Hooks)));

        Assert.That(run.Scenarios[0].Verdict, Is.EqualTo(Verdict.Fail));
        Assert.That(
            host.Events.TakeLast(5),
            Is.EqualTo(["it", "after step", "after", "disposed", "closed"]));
    }

    [Test]
    public async Task A_hook_that_fails_before_the_scenario_keeps_it_from_running()
    {
        var host = Host(_ => Task.CompletedTask);

        var run = await host.RunAsync(TestSuite.PlanOf(Feature, typeof(Hooks), typeof(FailingBefore)));

        Assert.That(run.Scenarios[0].Message, Does.Contain("in the hook Break: broken"));
        Assert.That(host.Events, Does.Not.Contain("it").And.Contain("after"));
    }

    [Test]
    public async Task A_failed_clean_up_spoils_a_pass()
    {
        var host = Host(_ => Task.CompletedTask);

        var run = await host.RunAsync(TestSuite.PlanOf(Feature, typeof(Hooks), typeof(FailingAfter)));

        Assert.That(run.Scenarios[0].Verdict, Is.EqualTo(Verdict.Error));
        Assert.That(run.Scenarios[0].Blame, Is.EqualTo(Blame.Target));
        Assert.That(
            run.Scenarios[0].Message,
            Is.EqualTo("The clean-up failed: the connection: expected none, found one"));
        Assert.That(host.Events, Does.Contain("after").And.Contain("closed"), "the rest is cleaned up all the same");
    }

    [Test]
    public async Task A_failed_clean_up_does_not_hide_the_failure()
    {
        var host = Host(_ => throw new CheckFailedException("what", "a", "b"));

        var run = await host.RunAsync(TestSuite.PlanOf(Feature, typeof(Hooks), typeof(FailingAfter)));

        Assert.That(run.Scenarios[0].Verdict, Is.EqualTo(Verdict.Fail));
        Assert.That(run.Scenarios[0].Message, Is.EqualTo("what: expected a, found b"));
        Assert.That(run.Scenarios[0].Notes.Single().Text, Does.StartWith("The clean-up failed: "));
    }

    [Test]
    public async Task A_world_that_does_not_close_spoils_a_pass()
    {
        var host = new TestHost(new Script())
        {
            OnClose = () => throw new BlameException(Blame.Target, "it would not go"),
        };

        var run = await host.RunAsync(TestSuite.PlanOf(Feature.Replace("do it", "do nothing")));

        Assert.That(run.Scenarios[0].Message, Is.EqualTo("The clean-up failed: it would not go"));
    }

    [Test]
    public async Task Classes_that_nobody_can_make_are_a_defect_that_says_why()
    {
        var host = new TestHost(new Script());

        var run = await host.RunAsync(TestSuite.PlanOf(Feature.Replace("do it", "do nothing"), typeof(Needy)));

        Assert.That(run.Scenarios[0].Message, Does.EndWith(
            "Nobody provides a IFormatProvider for Needy, and it is no class with one public constructor"));
    }

    [Test]
    public async Task Classes_that_need_each_other_are_a_defect_that_says_so()
    {
        var host = new TestHost(new Script());

        var run = await host.RunAsync(TestSuite.PlanOf(Feature.Replace("do it", "do nothing"), typeof(Circular)));

        Assert.That(
            run.Scenarios[0].Message,
            Does.EndWith("Circular asks for CircularToo asks for Circular: nothing can be made first"));
    }

    private static TestHost Host(Func<ScenarioContext, Task> action)
    {
        TestHost? host = null;
        var script = new Script
        {
            ["it"] = context =>
            {
                host!.Happened("it");
                return action(context);
            },
        };
        return host = new TestHost(script);
    }

    internal sealed class Log(TestHost host) : IDisposable
    {
        public void Add(string what) => host.Happened(what);

        public void Dispose() => host.Happened("disposed");
    }

    [Binding]
    internal sealed class Hooks(Log log)
    {
        [BeforeScenario]
        public void Before() => log.Add("before");

        [BeforeScenario(Order = 1)]
        public Task EarlyAsync()
        {
            log.Add("early before");
            return Task.CompletedTask;
        }

        [BeforeScenario("slow")]
        public void BeforeSlow() => log.Add("before slow");

        [BeforeStep]
        public void BeforeStep() => log.Add("before step");

        [AfterStep]
        public void AfterStep() => log.Add("after step");

        [AfterScenario]
        public void After() => log.Add("after");
    }

    [Binding]
    internal sealed class FailingBefore
    {
        [BeforeScenario]
        public static void Break() => throw new InvalidOperationException("broken");
    }

    [Binding]
    internal sealed class FailingAfter
    {
        [AfterScenario(Order = 1)]
        public static void Break() => Check.Fail("the connection", "none", "one");
    }

    [Binding]
    [SuppressMessage("Performance", "CA1822", Justification = "The instance is what cannot be made")]
    internal sealed class Needy(IFormatProvider provider)
    {
        [BeforeScenario]
        public void Before() => Assert.That(provider, Is.Not.Null);
    }

    [Binding]
    internal sealed class Circular(CircularToo other)
    {
        [BeforeScenario]
        public void Before() => Assert.That(other, Is.Not.Null);
    }

    internal sealed class CircularToo(Circular other)
    {
        public override string ToString() => $"{other}";
    }
}
