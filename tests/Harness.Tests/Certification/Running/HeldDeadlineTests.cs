using Harness.Certification.Running;
using Harness.Certification.Verdicts;
using NUnit.Framework;

namespace Harness.Tests.Certification.Running;

[TestFixture]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class HeldDeadlineTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Moment = TimeSpan.FromTicks(1);

    private const string Feature = """
        Feature: Waiting
          @COM-01
          Scenario: One
            When do it
            Then do nothing
        """;

    private readonly SteppedTime time = new();

    [Test]
    public void A_deadline_is_over_after_its_limit_and_not_before()
    {
        using var deadline = new Deadline(Limit, time);
        time.Advance(Limit - Moment);
        Assert.That(deadline.IsOver, Is.False);
        time.Advance(Moment);
        Assert.That(deadline.Token.IsCancellationRequested);
    }

    [Test]
    public void A_held_deadline_goes_on_with_what_was_left_of_it()
    {
        using var deadline = new Deadline(Limit, time);
        time.Advance(Limit / 2);
        deadline.Hold();
        time.Advance(10 * Limit);
        deadline.Release();
        time.Advance(Limit / 2 - Moment);
        Assert.That(deadline.IsOver, Is.False);
        time.Advance(Moment);
        Assert.That(deadline.IsOver);
    }

    [Test]
    public void A_deadline_that_is_held_twice_is_released_twice()
    {
        using var deadline = new Deadline(Limit, time);
        deadline.Hold();
        deadline.Hold();
        deadline.Release();
        time.Advance(2 * Limit);
        Assert.That(deadline.IsOver, Is.False);
        deadline.Release();
        time.Advance(Limit);
        Assert.That(deadline.IsOver);
    }

    [TestCase(true, ExpectedResult = Verdict.Pass)]
    [TestCase(false, ExpectedResult = Verdict.Error)]
    public async Task<Verdict> Hours_pass_in_a_step_that_holds_its_deadlines_and_in_no_other(bool holds)
    {
        var host = new TestHost(new Script
        {
            ["it"] = context =>
            {
                using var held = holds ? context.HoldDeadlines() : null;
                time.Advance(TimeSpan.FromHours(2));
                context.CancellationToken.ThrowIfCancellationRequested();
                return Task.CompletedTask;
            },
        });

        var run = await host.RunAsync(
            TestSuite.PlanOf(Feature),
            with: options => options with { Time = time, Deadlines = new Deadlines(Limit, Limit, Limit, Limit) });

        return run.Scenarios[0].Verdict;
    }

    [Test]
    public async Task After_a_hold_the_scenario_has_what_it_had_before()
    {
        var host = new TestHost(new Script
        {
            ["it"] = context =>
            {
                using (context.HoldDeadlines())
                    time.Advance(TimeSpan.FromHours(2));
                time.Advance(Limit);
                context.CancellationToken.ThrowIfCancellationRequested();
                return Task.CompletedTask;
            },
        });

        var run = await host.RunAsync(
            TestSuite.PlanOf(Feature),
            with: options => options with { Time = time, Deadlines = new Deadlines(Limit, Limit, Limit, Limit) });

        Assert.That(run.Scenarios[0].Verdict, Is.EqualTo(Verdict.Error));
        Assert.That(run.Scenarios[0].Message, Does.Contain("within 120 s"));
    }
}
