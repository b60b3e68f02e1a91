using System.Collections.Concurrent;
using Harness.Cli.Life;
using Harness.Tests.Reference;
using NUnit.Framework;

namespace Harness.Tests.Cli.Life;

public sealed class CrashOnceTests
{
    private TemporaryDirectory directory = null!;

    private string Path => directory["steps.txt"];

    [SetUp]
    public void Make() => directory = new TemporaryDirectory();

    [TearDown]
    public void Remove() => directory.Dispose();

    [Test]
    public void A_step_is_entered_once_and_is_there_for_the_next_process()
    {
        var book = new CrashBook(Path);

        Assert.Multiple(() =>
        {
            Assert.That(book.Enter("one begun"), Is.True);
            Assert.That(book.Enter("one begun"), Is.False);
            Assert.That(new CrashBook(Path).Enter("one begun"), Is.False);
            Assert.That(new CrashBook(Path).Enter("two begun"), Is.True);
            Assert.That(CrashBook.Read(Path), Is.EqualTo(new[] { "one begun", "two begun" }));
        });
    }

    [Test]
    public async Task A_peers_request_and_each_delivery_are_killed_once_at_each_point()
    {
        var killed = new ConcurrentQueue<string>();
        var book = new CrashBook(Path);
        await using var reference = await TestReference.StartAsync(
            options => CrashOnce.By(book, () => killed.Enqueue(CrashBook.Read(Path)[^1]))(options));
        var uuid = await reference.PlaceAsync();
        await reference.ProposeAllAsync(uuid);
        await reference.FinalAsync(Negotiation.Connection(uuid), 4);

        string[] expected =
        [
            "ConfirmActivationKey unanswered",
            "CreateConnection unanswered",
            "CreateFeature unanswered",
            "ActivateFeature begun",
            "ActivateFeature done",
            "ActivateFeature recorded",
        ];
        Assert.That(killed.Where(expected.Contains), Is.EqualTo(expected));
    }

    [Test]
    public async Task What_changes_nothing_and_what_is_refused_kills_nobody()
    {
        var kills = 0;
        await using var reference = await TestReference.StartAsync(
            options => CrashOnce.By(new CrashBook(Path), () => kills++)(options));
        await reference.StatusAsync(TestReference.Env1);
        await reference.ProposeAsync(Negotiation.Ix(), "0b0b0b0b-0000-4000-8000-000000000000", "no key");

        Assert.That(kills, Is.Zero);
    }

    [Test]
    public void A_book_that_is_not_there_is_empty() => Assert.That(CrashBook.Read(Path), Is.Empty);
}
