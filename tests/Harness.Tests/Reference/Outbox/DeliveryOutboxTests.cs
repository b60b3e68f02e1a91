using System.Collections.Concurrent;
using Harness.Reference.Outbox;
using Harness.Reference.Store;
using Harness.Reference.Store.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using NUnit.Framework;

namespace Harness.Tests.Reference.Outbox;

[TestFixture]
public sealed class DeliveryOutboxTests
{
    private CoordinatorStore store = null!;
    private DeliveryOutbox outbox = null!;

    [SetUp]
    public async Task Open()
    {
        store = await CoordinatorStore.OpenAsync(
            SqliteDialect.Temporary(Path.GetTempPath(), $"outbox-{Path.GetRandomFileName()}"), CancellationToken.None);
        outbox = new DeliveryOutbox(
            store,
            new OutboxOptions { FirstRetry = TimeSpan.FromMilliseconds(1), Parallel = 4 },
            TimeProvider.System,
            NullLogger.Instance);
    }

    [TearDown]
    public async Task Close() => await store.DisposeAsync();

    [TestCase(1, 50)]
    [TestCase(2, 100)]
    [TestCase(3, 200)]
    [TestCase(11, 51_200)]
    [TestCase(12, 60_000)]
    [TestCase(1_000_000, 60_000)]
    public void Waits_double_up_to_a_minute(int attempts, int milliseconds) =>
        Assert.That(new OutboxOptions().RetryAfter(attempts).TotalMilliseconds, Is.EqualTo(milliseconds));

    [Test]
    public async Task A_delivery_that_throws_is_repeated()
    {
        var attempts = 0;
        await RunAsync(
            [new Handler("k", _ => ++attempts < 4 ? throw new InvalidOperationException("planted") : Done())],
            async () =>
            {
                await AddAsync("k", "one");
                await EmptyAsync();
            });

        Assert.That(attempts, Is.EqualTo(4));
    }

    [Test]
    public async Task What_nobody_can_deliver_stays_and_does_not_hold_up_the_rest()
    {
        var delivered = new ConcurrentQueue<string>();
        await RunAsync(
            [new Handler("known", Collect(delivered))],
            async () =>
            {
                await AddAsync("unknown", "one");
                await AddAsync("known", "two");
                await Eventually.SeeAsync("the known one", () => Task.FromResult(delivered.Count), n => n == 1);
            });

        Assert.That(await CountAsync(), Is.EqualTo(1));
    }

    [Test]
    public async Task A_slow_delivery_does_not_hold_up_the_others()
    {
        var slow = new TaskCompletionSource<DeliveryResult>();
        var delivered = new ConcurrentQueue<string>();
        await RunAsync(
            [new Handler("slow", _ => slow.Task), new Handler("quick", Collect(delivered))],
            async () =>
            {
                await AddAsync("slow", "one");
                for (var i = 0; i < 20; i++)
                    await AddAsync("quick", $"{i}");
                await Eventually.SeeAsync("20 quick ones", () => Task.FromResult(delivered.Count), n => n == 20);
                slow.SetResult(new DeliveryResult.Done());
                await EmptyAsync();
            });
    }

    [Test]
    public async Task What_follows_from_a_delivery_is_written_with_its_removal_and_not_when_it_was_withdrawn()
    {
        var started = new TaskCompletionSource();
        var answer = new TaskCompletionSource<DeliveryResult>();
        var applied = 0;
        await RunAsync(
            [
                new Handler("k", _ =>
                {
                    started.TrySetResult();
                    return answer.Task;
                }),
            ],
            async () =>
            {
                await AddAsync("k", "one");
                await started.Task.WaitAsync(TimeSpan.FromSeconds(10), TimeProvider.System);
                await store.WriteAsync(
                    transaction => DeliveryOutbox.WithdrawAsync(transaction, "one", "k"), CancellationToken.None);
                answer.SetResult(new DeliveryResult.Done(_ => Task.FromResult(++applied)));
            });

        Assert.That(applied, Is.Zero);
    }

    [Test]
    public async Task A_change_that_is_not_committed_delivers_nothing()
    {
        Assert.That(
            () => store.WriteAsync(
                async transaction =>
                {
                    await outbox.AddAsync(transaction, "k", "one");
                    throw new InvalidOperationException("planted");
                },
                CancellationToken.None),
            Throws.InvalidOperationException);

        Assert.That(await CountAsync(), Is.Zero);
    }

    [Test]
    public async Task What_was_under_way_at_a_stop_is_taken_up_at_the_next_start()
    {
        using var first = new CancellationTokenSource();
        var started = new TaskCompletionSource();
        var running = outbox.RunAsync([new Handler("k", _ => HangAsync(started, first.Token))], first.Token);
        await AddAsync("k", "one");
        await started.Task.WaitAsync(TimeSpan.FromSeconds(10), TimeProvider.System);
        await first.CancelAsync();
        await running;
        Assert.That(await CountAsync(), Is.EqualTo(1));

        var delivered = new ConcurrentQueue<string>();
        await RunAsync([new Handler("k", Collect(delivered))], EmptyAsync);

        Assert.That(delivered, Is.EqualTo(["one"]));
    }

    private static Task<DeliveryResult> Done() => Task.FromResult<DeliveryResult>(new DeliveryResult.Done());

    private static Func<Delivery, Task<DeliveryResult>> Collect(ConcurrentQueue<string> delivered) => delivery =>
    {
        delivered.Enqueue(delivery.Subject);
        return Done();
    };

    private static async Task<DeliveryResult> HangAsync(TaskCompletionSource started, CancellationToken cancellation)
    {
        started.TrySetResult();
        await new TaskCompletionSource().Task.WaitAsync(cancellation);
        return new DeliveryResult.Done();
    }

    private async Task RunAsync(IReadOnlyList<IDeliveryHandler> handlers, Func<Task> meanwhile)
    {
        using var cancel = new CancellationTokenSource();
        var running = outbox.RunAsync(handlers, cancel.Token);
        await meanwhile();
        await cancel.CancelAsync();
        await running;
    }

    private Task AddAsync(string kind, string subject) =>
        store.WriteAsync(transaction => outbox.AddAsync(transaction, kind, subject), CancellationToken.None);

    private Task<int> CountAsync() => store.ReadAsync(
        transaction => transaction.ScalarAsync<int>("SELECT COUNT(*) FROM deliveries"), CancellationToken.None);

    private Task EmptyAsync() => Eventually.SeeAsync("no delivery left", CountAsync, count => count == 0);

    private sealed class Handler(string kind, Func<Delivery, Task<DeliveryResult>> deliver) : IDeliveryHandler
    {
        public string Kind => kind;

        public Task<DeliveryResult> DeliverAsync(Delivery delivery, CancellationToken cancellation) =>
            deliver(delivery);
    }
}
