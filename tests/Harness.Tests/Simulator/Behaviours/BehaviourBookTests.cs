using Harness.Protocol.Names;
using Harness.Protocol.Operations;
using Harness.Simulator.Behaviours;
using NUnit.Framework;

namespace Harness.Tests.Simulator.Behaviours;

public sealed class BehaviourBookTests
{
    private static readonly Operation Notify = PublishedOperations.NotifyConnectionStatus;

    private static readonly ConnectionName Connection =
        new ProviderName("aurora").Environment("env-1").Interconnect("ix1").Connection("c");

    [Test]
    public void The_behaviour_added_last_decides()
    {
        var book = new BehaviourBook();
        book.On(null, null, Answer.Reply(500));
        book.On(Notify, Connection.Interconnect, Answer.Reply(503));

        Assert.That(Status(book.Decide(Notify, Connection)), Is.EqualTo(503));
        Assert.That(Status(book.Decide(PublishedOperations.GetConnection, Connection)), Is.EqualTo(500));
        Assert.That(Status(book.Decide(Notify, null)), Is.EqualTo(500));
    }

    [Test]
    public void A_behaviour_whose_occasion_it_is_not_lets_the_next_decide()
    {
        var book = new BehaviourBook();
        book.On(Notify, null, Answer.Reply(500), Occasions.Only(3));
        book.On(Notify, null, Answer.Reply(503), Occasions.Only(2));

        Assert.That(
            Enumerable.Range(1, 5).Select(_ => Status(book.Decide(Notify, Connection))),
            Is.EqualTo(new int?[] { null, 503, null, 500, null }));
    }

    [Test]
    public void A_behaviour_for_some_bodies_counts_those_alone()
    {
        var book = new BehaviourBook();
        book.On(Notify, null, Answer.Reply(409), Occasions.FirstOnes(1), body => body.Contains("ch2"));

        Assert.That(Status(book.Decide(Notify, Connection, "ch1")), Is.Null);
        Assert.That(Status(book.Decide(Notify, Connection, "ch2")), Is.EqualTo(409));
        Assert.That(Status(book.Decide(Notify, Connection, "ch2")), Is.Null);
    }

    [Test]
    public void Occasions_are_exact_under_concurrency()
    {
        var book = new BehaviourBook();
        book.On(Notify, null, Answer.Drop, new Occasions(101, 150));
        var dropped = 0;

        Parallel.For(0, 1000, _ =>
        {
            if (book.Decide(Notify, Connection) is Answer.Dropped)
                Interlocked.Increment(ref dropped);
        });

        Assert.That(dropped, Is.EqualTo(50));
    }

    private static int? Status(Answer answer) => (answer as Answer.Scripted)?.Status;
}
