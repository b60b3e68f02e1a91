using Harness.Certification.Linearizability;
using NUnit.Framework;
using static Harness.Tests.Certification.Linearizability.SeatsModel;

namespace Harness.Tests.Certification.Linearizability;

/// <summary>What keeps a search short: each of these would take far more steps without it.</summary>
[TestFixture]
public sealed class CheckEffortTests
{
    private const int Many = 20;

    [Test]
    public void Refusals_are_placed_as_soon_as_they_can_be() =>
        Demand(1, "0", at => at == 1 ? (new Ask.Take(0), Yes) : (new Ask.Take(at), Full));

    [Test]
    public void What_was_not_answered_and_would_change_nothing_is_not_tried() =>
        Demand(5, "1", at => (new Ask.Leave(at), null));

    [Test]
    public void Who_used_more_unanswered_operations_to_get_to_the_same_point_is_not_followed() =>
        Demand(5, "2", at => (at % 2 == 0 ? new Ask.Take(0) : new Ask.Leave(0), null));

    // Many operations at once, and then a count that none of their orders leads to.
    private static void Demand(int seats, string counted, Func<int, (Ask Ask, string? Answer)> make)
    {
        var burst = Enumerable.Range(1, Many).Select(at => (At: at, Made: make(at))).Select(it =>
            ($"c{it.At}", it.Made.Ask, it.Made.Answer, (long)it.At, 100L + it.At));

        var result = LinearizabilityChecker.Check(
            new SeatsModel(seats),
            Histories.Of([.. burst, ("reader", new Ask.Count(), counted, 1_000, 1_001)]),
            new CheckBudget(1_000, TimeSpan.MaxValue),
            TimeProvider.System);

        Assert.That(result[0], Is.InstanceOf<CheckResult.Violation>());
    }
}
