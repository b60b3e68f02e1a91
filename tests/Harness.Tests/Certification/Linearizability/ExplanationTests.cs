using Harness.Certification.Linearizability;
using NUnit.Framework;
using static Harness.Tests.Certification.Linearizability.SeatsModel;

namespace Harness.Tests.Certification.Linearizability;

[TestFixture]
public sealed class ExplanationTests
{
    [Test]
    public void A_double_grant_is_told_as_a_person_would()
    {
        var text = Explain(new SeatsModel(2), Violations.DoubleGrant, new ViolationContext(["CON-13"])
        {
            Replay = "harness replay bundle.json",
            Reproduced = (37, 50),
        });

        Assert.That(text, Is.EqualTo(
            """
            No one-at-a-time order explains these 3 answers (CON-13):
              A  connection 1: take seat 0 -> granted  (from 1 to 2)
              B  connection 1: take seat 1 -> granted  (from 3 to 9)
              C  connection 2: take seat 2 -> granted  (from 4 to 10)
            A had returned before B and C were called: A comes first.
            B and C were under way at once: either may come first.
            At first the state is: 0 of 2 seats taken.
            After A, then B the state is: 2 of 2 seats taken. There C cannot be answered "granted".
            After A, then C the state is: 2 of 2 seats taken. There B cannot be answered "granted".
            Not needed: the answers of the 4 other operations; whatever they had been, no order would do.
            Without an answer: leave seat 3. Whether and when that happened is not known; no possibility helps.
            Replay it with: harness replay bundle.json
            Reproduced 37 of 50.
            """));
    }

    [Test]
    public void A_stale_read_is_told_by_what_came_first()
    {
        var text = Explain(new RegisterModel(), Violations.StaleRead, new ViolationContext([]));

        Assert.That(text, Does.StartWith("No one-at-a-time order explains these 2 answers:"));
        Assert.That(text, Does.Contain("A had returned before B was called: A comes first."));
        Assert.That(text, Does.Contain("After A the state is: 1. There B cannot be answered \"0\"."));
        Assert.That(text, Does.Not.Contain("Replay").And.Not.Contain("Reproduced"));
    }

    [Test]
    public void A_refusal_that_nothing_excuses_is_told_as_one()
    {
        var history = Histories.Of<Ask, string>(("a", new Ask.Take(0), Busy, 1, 2));

        var text = Explain(new SeatsModel(2), history, new ViolationContext([]));

        Assert.That(text, Does.Contain(
            "Before any of them the state is: 0 of 2 seats taken. There A cannot be answered \"409\"; "
            + "no rival of it was under way, which would permit it."));
    }

    [Test]
    public void Orders_of_the_same_operations_with_the_same_end_are_told_once()
    {
        var history = Histories.Of<Ask, string>(
            ("a", new Ask.Take(0), Yes, 1, 6), ("b", new Ask.Take(1), Yes, 2, 5), ("c", new Ask.Take(2), Yes, 3, 4));

        var lines = Explain(new SeatsModel(2), history, new ViolationContext([])).Split('\n');

        Assert.That(lines.Skip(4), Is.EqualTo(
        [
            "A, B and C were under way at once: any of them may come first.",
            "At first the state is: 0 of 2 seats taken.",
            "After A and B, in whichever order, the state is: 2 of 2 seats taken. "
                + "There C cannot be answered \"granted\".",
            "After A and C, in whichever order, the state is: 2 of 2 seats taken. "
                + "There B cannot be answered \"granted\".",
            "After B and C, in whichever order, the state is: 2 of 2 seats taken. "
                + "There A cannot be answered \"granted\".",
        ]));
    }

    [Test]
    public void Many_answers_are_told_by_the_longest_beginning_of_an_order()
    {
        var grants = Enumerable.Range(0, 6).Select(seat =>
            ($"c{seat}", (Ask)new Ask.Take(seat), (string?)Yes, 1L + seat, 20L + seat));

        var text = Explain(new SeatsModel(5), Histories.Of([.. grants]), new ViolationContext([]));

        Assert.That(text, Does.Contain(
            "After A, B, C, D, E, the longest beginning of an order, the state is: 5 of 5 seats taken. "
            + "There F cannot be answered so."));
    }

    [Test]
    public void A_search_for_the_core_that_was_cut_short_is_told()
    {
        var minimal = Violations.Minimal(new SeatsModel(2), Violations.DoubleGrant) with { Complete = false };

        var explanation = Explanation.Of(new SeatsModel(2), minimal, new ViolationContext([]));

        Assert.That(
            explanation.Aside,
            Has.Some.EqualTo("The time ended before every answer was tried: fewer of them might do."));
    }

    private static string Explain<TState, TInput, TAnswer>(
        ISequentialModel<TState, TInput, TAnswer> model,
        History<TInput, TAnswer> history,
        ViolationContext context)
        where TState : IEquatable<TState>
        where TAnswer : class =>
        Explanation.Of(model, Violations.Minimal(model, history), context).Text;
}
