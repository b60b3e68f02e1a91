using Harness.Features.Races.Workloads;
using NUnit.Framework;

namespace Harness.Tests.Features.Races.Workloads;

public sealed class DealerTests
{
    private static readonly RaceSize Size = new(Bursts: 20, Requests: 12);

    [Test]
    public void The_same_seed_makes_the_same_plan_and_another_one_another()
    {
        var first = Flat(Deal(7));

        Assert.That(Flat(Deal(7)), Is.EqualTo(first));
        Assert.That(Flat(Deal(8)), Is.Not.EqualTo(first));
    }

    [Test]
    public void A_burst_has_as_many_requests_as_were_asked_for_over_several_clients() => Assert.That(
        Deal(1).Select(burst => (burst.Clients.Sum(client => client.Count), burst.Clients.Count > 1)),
        Has.All.EqualTo((12, true)));

    [Test]
    public void Choices_come_up_by_their_weights()
    {
        var random = new Random(1);
        var drawn = Enumerable.Range(0, 4000).Count(_ => Dealer.Weighted(random, (3, true), (1, false)));
        Assert.That(drawn, Is.InRange(2800, 3200));
    }

    private static IReadOnlyList<PlannedBurst<int>> Deal(int seed) =>
        Dealer.Deal(seed, Size, random => random.Next(100));

    private static List<string> Flat(IEnumerable<PlannedBurst<int>> plan) =>
        [.. plan.SelectMany(burst => burst.Clients.Select(client => string.Join(',', client)))];
}
