using Harness.Certification.Linearizability;
using NUnit.Framework;
using static Harness.Tests.Certification.Linearizability.SeatsModel;
using Register = Harness.Tests.Certification.Linearizability.RegisterModel;

namespace Harness.Tests.Certification.Linearizability;

[TestFixture]
public sealed class LinearizabilityCheckerTests
{
    private static readonly Register.Reply Done = new Register.Reply.Done();

    [Test]
    public void A_read_during_a_write_may_see_either_value([Values(0, 1)] int seen)
    {
        var history = Histories.Of<Register.Ask, Register.Reply>(
            ("a", new Register.Ask.Write(1), Done, 1, 4),
            ("b", new Register.Ask.Read(), new Register.Reply.Value(seen), 2, 3));

        Assert.That(Judge(new Register(), history), Is.InstanceOf<CheckResult.Linearizable>());
    }

    [Test]
    public void A_read_after_a_write_that_sees_the_old_value_is_a_violation()
    {
        var history = Histories.Of<Register.Ask, Register.Reply>(
            ("a", new Register.Ask.Write(1), Done, 1, 2),
            ("b", new Register.Ask.Read(), new Register.Reply.Value(0), 3, 4));

        var violation = (CheckResult.Violation)Judge(new Register(), history);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(violation.Furthest, Is.EqualTo([1]));
            Assert.That(violation.State, Is.EqualTo("1"));
            Assert.That(violation.Stuck, Is.EqualTo([2]));
        }
    }

    [Test]
    public void The_order_that_explains_the_answers_is_given()
    {
        var history = Histories.Of<Register.Ask, Register.Reply>(
            ("a", new Register.Ask.Write(1), Done, 1, 10),
            ("b", new Register.Ask.Write(2), Done, 2, 9),
            ("c", new Register.Ask.Read(), new Register.Reply.Value(2), 3, 4),
            ("c", new Register.Ask.Read(), new Register.Reply.Value(1), 5, 6));

        var legal = (CheckResult.Linearizable)Judge(new Register(), history);

        Assert.That(legal.Order, Is.EqualTo([2, 3, 1, 4]));
    }

    [Test]
    public void A_double_grant_is_a_violation()
    {
        var history = Histories.Of<Ask, string>(
            ("a", new Ask.Take(0), Yes, 1, 4), ("b", new Ask.Take(1), Yes, 2, 3));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Judge(new SeatsModel(1), history), Is.InstanceOf<CheckResult.Violation>());
            Assert.That(Judge(new SeatsModel(2), history), Is.InstanceOf<CheckResult.Linearizable>());
        }
    }

    [Test]
    public void A_refusal_is_legal_while_a_rival_is_under_way()
    {
        var history = Histories.Of<Ask, string>(
            ("a", new Ask.Take(0), Yes, 1, 3), ("b", new Ask.Take(1), Busy, 2, 4));

        Assert.That(Judge(new SeatsModel(2), history), Is.InstanceOf<CheckResult.Linearizable>());
    }

    [Test]
    public void A_refusal_without_a_rival_under_way_is_a_violation()
    {
        var history = Histories.Of<Ask, string>(
            ("a", new Ask.Take(0), Yes, 1, 2), ("b", new Ask.Take(1), Busy, 3, 4));

        Assert.That(Judge(new SeatsModel(2), history), Is.InstanceOf<CheckResult.Violation>());
    }

    [Test]
    public void A_refusal_is_legal_beside_a_read_only_where_a_rival_is_there_too()
    {
        var history = Histories.Of<Ask, string>(
            ("a", new Ask.Count(), "0", 1, 3), ("b", new Ask.Take(1), Busy, 2, 4));

        Assert.That(Judge(new SeatsModel(2), history), Is.InstanceOf<CheckResult.Violation>());
    }

    [TestCase("0", Description = "It never happened.")]
    [TestCase("1", Description = "It happened.")]
    public void An_operation_without_an_answer_may_have_happened_or_not(string counted)
    {
        var history = Histories.Of<Ask, string>(
            ("a", new Ask.Take(0), null, 1, 0), ("b", new Ask.Count(), counted, 10, 11));

        Assert.That(Judge(new SeatsModel(2), history), Is.InstanceOf<CheckResult.Linearizable>());
    }

    [Test]
    public void An_operation_without_an_answer_may_happen_long_after_its_call()
    {
        var history = Histories.Of<Ask, string>(
            ("a", new Ask.Take(0), null, 1, 0),
            ("b", new Ask.Count(), "0", 10, 11),
            ("b", new Ask.Count(), "1", 12, 13));

        Assert.That(Judge(new SeatsModel(2), history), Is.InstanceOf<CheckResult.Linearizable>());
    }

    [Test]
    public void An_operation_without_an_answer_does_not_happen_before_its_call_nor_twice()
    {
        var early = Histories.Of<Ask, string>(
            ("b", new Ask.Count(), "1", 1, 2), ("a", new Ask.Take(0), null, 3, 0));
        var twice = Histories.Of<Ask, string>(
            ("a", new Ask.Take(0), null, 1, 0), ("b", new Ask.Count(), "2", 2, 3));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Judge(new SeatsModel(2), early), Is.InstanceOf<CheckResult.Violation>());
            Assert.That(Judge(new SeatsModel(2), twice), Is.InstanceOf<CheckResult.Violation>());
        }
    }

    [Test]
    public void Every_state_that_a_model_may_leave_behind_is_tried([Values(0, 1)] int seen)
    {
        var history = Histories.Of<Register.Ask, Register.Reply>(
            ("a", new Register.Ask.Toss(), Done, 1, 2),
            ("a", new Register.Ask.Read(), new Register.Reply.Value(seen), 3, 4));
        var neither = Histories.Of<Register.Ask, Register.Reply>(
            ("a", new Register.Ask.Toss(), Done, 1, 2),
            ("a", new Register.Ask.Read(), new Register.Reply.Value(0), 3, 4),
            ("a", new Register.Ask.Read(), new Register.Reply.Value(1), 5, 6));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Judge(new Register(), history), Is.InstanceOf<CheckResult.Linearizable>());
            Assert.That(Judge(new Register(), neither), Is.InstanceOf<CheckResult.Violation>());
        }
    }

    [Test]
    public void Partitions_are_judged_each_for_itself()
    {
        var one = Histories.Of<Ask, string>(("a", new Ask.Take(0), Yes, 1, 4), ("b", new Ask.Take(1), Yes, 2, 3));
        var moved = one.Operations[1] with { Partition = "q" };

        var results = LinearizabilityChecker.Check(
            new SeatsModel(1),
            new History<Ask, string>([one.Operations[0], moved]),
            CheckBudget.Default,
            TimeProvider.System,
            leastOverlapping: 0);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(results.Select(result => result.Partition), Is.EqualTo(["p", "q"]));
            Assert.That(results, Is.All.InstanceOf<CheckResult.Linearizable>());
        }
    }

    [Test]
    public void A_history_of_more_operations_than_a_word_has_bits_is_judged()
    {
        var writes = Enumerable.Range(0, 150).Select(at =>
            ($"c{at % 3}", (Register.Ask)new Register.Ask.Write(at), (Register.Reply?)Done, 10L * at, (10L * at) + 15));
        (string, Register.Ask, Register.Reply?, long, long) Read(int value) =>
            ("r", new Register.Ask.Read(), new Register.Reply.Value(value), 5000, 5001);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Judge(new Register(), Histories.Of([.. writes, Read(148)])),
                Is.InstanceOf<CheckResult.Linearizable>());
            Assert.That(Judge(new Register(), Histories.Of([.. writes, Read(147)])),
                Is.InstanceOf<CheckResult.Violation>());
        }
    }

    private static CheckResult Judge<TState, TInput, TAnswer>(
        ISequentialModel<TState, TInput, TAnswer> model,
        History<TInput, TAnswer> history)
        where TState : IEquatable<TState>
        where TAnswer : class =>
        LinearizabilityChecker.Check(model, history, CheckBudget.Default, TimeProvider.System, 0)[0];
}
