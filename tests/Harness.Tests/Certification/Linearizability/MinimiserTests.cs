using Harness.Certification.Linearizability;
using NUnit.Framework;
using static Harness.Tests.Certification.Linearizability.SeatsModel;

namespace Harness.Tests.Certification.Linearizability;

[TestFixture]
public sealed class MinimiserTests
{
    [Test]
    public void A_double_grant_shrinks_to_the_grants()
    {
        var minimal = Violations.Minimal(new SeatsModel(2), Violations.DoubleGrant);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(minimal.Core.Select(it => it.Id), Is.EqualTo([1, 2, 3]));
            Assert.That(minimal.Seen, Is.EqualTo(Violations.DoubleGrant.Operations));
            Assert.That(minimal.Found.Stuck, Is.Not.Empty);
            Assert.That(minimal.Complete);
        }
    }

    [Test]
    public void A_stale_read_shrinks_to_the_write_and_the_read()
    {
        var minimal = Violations.Minimal(new RegisterModel(), Violations.StaleRead);

        Assert.That(minimal.Core.Select(it => it.Id), Is.EqualTo([1, 3]));
    }

    [Test]
    public void An_answer_is_forgotten_but_a_write_is_never_deleted()
    {
        var minimal = Violations.Minimal(new SeatsModel(2), Violations.DoubleGrant);

        var weakened = minimal.Operations.Where(it => it.Outcome == Outcome.Unknown).ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(weakened.Select(it => it.Id), Is.EqualTo([4, 5, 6]));
            Assert.That(weakened.Select(it => it.Returned), Is.All.EqualTo(long.MaxValue));
        }
    }

    [Test]
    public void What_is_left_is_illegal_and_with_any_answer_less_it_is_not()
    {
        var tried = 0;
        for (var seed = 0; seed < 1500; seed++)
        {
            var history = Histories.Seats(new Random(seed), 7);
            var model = new SeatsModel(2);
            var minimal = Minimiser.Minimise(model, history, "p", CheckBudget.Default, TimeProvider.System);
            if (minimal is null)
                continue;
            tried++;
            var illegal = !BruteForce.IsLinearizable(model, minimal.Operations);
            var neededAll = minimal.Core.All(needed => BruteForce.IsLinearizable(
                model,
                [.. minimal.Operations.Select(it => it.Id == needed.Id ? it.WithoutAnswer() : it)
                    .Where(it => it.Outcome == Outcome.Known || !model.IsRead(it.Input))]));
            Assert.That(illegal && neededAll, $"seed {seed}");
        }

        Assert.That(tried, Is.GreaterThan(100));
    }

    [Test]
    public void What_is_legal_has_nothing_to_minimise()
    {
        var minimal = Minimiser.Minimise(
            new SeatsModel(5), Violations.DoubleGrant, "q", CheckBudget.Default, TimeProvider.System);

        Assert.That(minimal, Is.Null);
    }

    [Test]
    public void A_violation_that_comes_late_needs_nothing_of_what_came_after_it()
    {
        var history = Histories.Of<Ask, string>(
            ("a", new Ask.Take(0), Yes, 1, 2),
            ("a", new Ask.Take(0), Yes, 3, 4),
            ("a", new Ask.Take(1), Yes, 5, 6));

        var minimal = Violations.Minimal(new SeatsModel(2), history);

        Assert.That(minimal.Operations.Select(it => it.Id), Is.EqualTo([1, 2]));
    }

    [Test]
    public void Without_time_for_every_answer_it_says_so()
    {
        // Two looks at the clock for each of the three beginnings, and then one for the first answer to forget.
        var minimal = Minimiser.Minimise(
            new RegisterModel(),
            Violations.StaleRead,
            "p",
            new CheckBudget(long.MaxValue, TimeSpan.FromSeconds(6)),
            new HurriedTime());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(minimal!.Complete, Is.False);
            Assert.That(minimal.Core, Has.Count.EqualTo(3));
        }
    }
}
