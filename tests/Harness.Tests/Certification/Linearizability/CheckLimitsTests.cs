using Harness.Certification.Linearizability;
using NUnit.Framework;
using static Harness.Tests.Certification.Linearizability.SeatsModel;

namespace Harness.Tests.Certification.Linearizability;

/// <summary>What is neither a pass nor a violation: too little time, too little at once, no history at all.</summary>
[TestFixture]
public sealed class CheckLimitsTests
{
    private static readonly History<Ask, string> Burst = Histories.Of(
        [.. Enumerable.Range(0, 10).Select(at => ($"c{at}", (Ask)new Ask.Take(at), (string?)Yes, 1L + at, 100L + at))]);

    [Test]
    public void The_end_of_the_steps_is_unknown_and_no_pass()
    {
        var result = Judge(Burst, new CheckBudget(20, TimeSpan.MaxValue), TimeProvider.System);

        Assert.That(result, Is.EqualTo(new CheckResult.Unknown("p", "no answer within 20 steps")));
    }

    [Test]
    public void The_end_of_the_time_is_unknown_and_no_pass()
    {
        var result = Judge(Burst, new CheckBudget(long.MaxValue, TimeSpan.FromSeconds(2)), new HurriedTime());

        Assert.That(result, Is.InstanceOf<CheckResult.Unknown>());
        Assert.That(((CheckResult.Unknown)result).Why, Does.StartWith("no answer within 2 s"));
    }

    [Test]
    public void A_violation_that_takes_many_steps_is_found_within_the_budget() =>
        Assert.That(
            Judge(Burst, CheckBudget.Default, TimeProvider.System), Is.InstanceOf<CheckResult.Violation>());

    [Test]
    public void A_legal_history_in_which_too_little_overlapped_is_not_exercised()
    {
        var history = Histories.Of<Ask, string>(
            ("a", new Ask.Take(0), Yes, 1, 3),
            ("b", new Ask.Take(1), Yes, 2, 5),
            ("c", new Ask.Count(), "2", 4, 7),
            ("d", new Ask.Count(), "2", 6, 8),
            ("e", new Ask.Take(1), null, 6, 0));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Judge(history, leastOverlapping: 3), Is.EqualTo(new CheckResult.NotExercised("p", 2, 3)));
            Assert.That(Judge(history, leastOverlapping: 2), Is.InstanceOf<CheckResult.Linearizable>());
        }
    }

    [Test]
    public void A_violation_is_one_however_little_overlapped()
    {
        var history = Histories.Of<Ask, string>(("a", new Ask.Count(), "1", 1, 2));

        Assert.That(Judge(history, leastOverlapping: 5), Is.InstanceOf<CheckResult.Violation>());
    }

    [TestCase(1, 1L, Outcome.Known, "granted", "an id of its own")]
    [TestCase(2, 9L, Outcome.Known, "granted", "its return after its call")]
    [TestCase(2, 1L, Outcome.Known, null, "neither where it is unknown")]
    [TestCase(2, 1L, Outcome.Unknown, null, "neither where it is unknown")]
    [TestCase(2, 1L, Outcome.Unknown, "granted", "neither where it is unknown")]
    public void A_history_that_no_clients_can_have_seen_is_refused(
        int id,
        long called,
        Outcome outcome,
        string? answer,
        string says)
    {
        var good = new HistoryOperation<Ask, string>(1, "a", "p", new Ask.Take(0), 1, 5, Outcome.Known, Yes);
        var bad = good with { Id = id, Called = called, Outcome = outcome, Answer = answer };

        Assert.That(
            () => Judge(new History<Ask, string>([good, bad])),
            Throws.ArgumentException.With.Message.Contains(says));
    }

    private static CheckResult Judge(
        History<Ask, string> history,
        CheckBudget? budget = null,
        TimeProvider? time = null,
        int leastOverlapping = 0) =>
        LinearizabilityChecker.Check(
            new SeatsModel(5),
            history,
            budget ?? CheckBudget.Default,
            time ?? TimeProvider.System,
            leastOverlapping)[0];
}
