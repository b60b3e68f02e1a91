using Harness.Protocol.Names;
using Harness.Protocol.Operations;
using Harness.Simulator.Journaling;
using NUnit.Framework;

namespace Harness.Tests.Simulator.Journaling;

public sealed class JournalTests
{
    private static readonly InterconnectName Interconnect =
        new ProviderName("aurora").Environment("env-1").Interconnect("ix1");

    [Test]
    public void An_exchange_happened_before_another_that_began_after_its_end()
    {
        var journal = new Journal(TimeProvider.System);
        var first = journal.Begin(Entry("a"));
        var overlapping = journal.Begin(Entry("b"));
        first = journal.End(first);
        var later = journal.Begin(Entry("c"));

        Assert.That(first.HappenedBefore(later), Is.True);
        Assert.That(first.HappenedBefore(overlapping), Is.False);
        Assert.That(overlapping.HappenedBefore(later), Is.False, "it is still under way");
    }

    [TestCase(1, 0, ExpectedResult = true)]
    [TestCase(1, 10, ExpectedResult = true)]
    [TestCase(1, 11, ExpectedResult = false)]
    [TestCase(-1, 0, ExpectedResult = false)]
    public bool A_request_began_within_a_time_of_another(int place, int seconds)
    {
        var first = Entry("a") with { Began = 5 };
        var other = first with { Began = first.Began + place, At = first.At.AddSeconds(seconds) };
        return other.BeganWithin(TimeSpan.FromSeconds(10), first);
    }

    [Test]
    public void Places_are_given_out_once_under_concurrency()
    {
        var journal = new Journal(TimeProvider.System);

        Parallel.For(0, 2000, i => journal.End(journal.Begin(Entry($"c{i % 7}")) with { Status = 200 }));

        var entries = journal.Query.All();
        var places = entries.SelectMany(entry => new[] { entry.Began, entry.Ended!.Value }).Order();
        Assert.That(places, Is.EqualTo(Enumerable.Range(1, 4000).Select(place => (long)place)));
        Assert.That(entries.Select(entry => entry.Began), Is.Ordered);
        Assert.That(journal.Query.Connection("c3").Succeeded.Count(), Is.EqualTo(286));
    }

    [Test]
    public void Filters_tell_connections_environments_and_directions_apart()
    {
        var journal = new Journal(TimeProvider.System);
        journal.Begin(Entry("a"));
        journal.Begin(Entry("b") with { Direction = JournalDirection.ToTarget });
        var mark = journal.Position;
        journal.Begin(Entry("a") with { Operation = PublishedOperations.GetConnection });

        Assert.That(journal.Query.Connection("a").Count(), Is.EqualTo(2));
        Assert.That(journal.Query.Connection("a").After(mark).ExactlyOnce(), Is.True);
        Assert.That(journal.Query.ToTarget.First()?.Resource?.Id, Is.EqualTo("b"));
        Assert.That(journal.Query.Environment("env-2").Never(), Is.True);
        Assert.That(journal.Query.Below(Interconnect).FromTarget.Count(), Is.EqualTo(2));
        Assert.That(journal.Query.Over.Count(), Is.Zero);
    }

    [Test]
    public async Task A_wait_ends_as_soon_as_there_are_enough()
    {
        var journal = new Journal(TimeProvider.System);
        var wait = journal.Query.Connection("a").WaitForAsync(2, PartnerFixture.Deadline, TimeProvider.System);
        journal.Begin(Entry("a"));
        journal.Begin(Entry("b"));
        Assert.That(wait.IsCompleted, Is.False);

        journal.Begin(Entry("a"));

        Assert.That(await wait, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_wait_ends_at_its_deadline_with_what_there_is()
    {
        var journal = new Journal(TimeProvider.System);
        journal.Begin(Entry("a"));

        var found = await journal.Query.WaitForAsync(2, TimeSpan.FromMilliseconds(1), TimeProvider.System);

        Assert.That(found, Has.Count.EqualTo(1));
    }

    [Test]
    public void A_wait_that_is_given_up_says_so()
    {
        var journal = new Journal(TimeProvider.System);

        Assert.That(
            () => journal.Query.WaitForAsync(
                1, PartnerFixture.Deadline, TimeProvider.System, new CancellationToken(true)),
            Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public void An_entry_shows_no_body_as_text()
    {
        var entry = Entry("a") with { Request = new JournalMessage([new("Authorization", "hush")], "hush") };

        Assert.That($"{entry} {entry.Request}", Does.Not.Contain("hush"));
    }

    private static JournalEntry Entry(string connection) => new(
        0,
        null,
        default,
        default,
        JournalDirection.FromTarget,
        "POST",
        "/",
        PublishedOperations.NotifyConnectionStatus,
        Interconnect.Connection(connection),
        new JournalMessage([], null));
}
