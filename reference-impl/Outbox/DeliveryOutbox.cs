using System.Threading.Channels;
using Harness.Reference.Store;

namespace Harness.Reference.Outbox;

/// <summary>
/// What has still to reach a peer or the network: recorded with the change that it follows from, repeated
/// until it is acknowledged, taken up again after a restart (PRO-02, DEL-05).
/// </summary>
public sealed class DeliveryOutbox
{
    private readonly CoordinatorStore store;
    private readonly OutboxOptions options;
    private readonly TimeProvider time;
    private readonly ILogger log;
    private readonly Channel<bool> wake = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <param name="store">Keeps the deliveries.</param>
    /// <param name="options">How they are repeated.</param>
    /// <param name="technicalTime">Measures waits; not the protocol's clock.</param>
    /// <param name="log">Told about attempts that failed.</param>
    public DeliveryOutbox(CoordinatorStore store, OutboxOptions options, TimeProvider technicalTime, ILogger log)
    {
        this.store = store;
        this.options = options;
        time = technicalTime;
        this.log = log;
    }

    /// <summary>How deliveries are repeated.</summary>
    public OutboxOptions Options => options;

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Records a delivery with the transaction's change; it is attempted once that is committed.</summary>
    /// <param name="transaction">The change.</param>
    /// <param name="kind">Which handler delivers it.</param>
    /// <param name="subject">Full name of the resource that it is about.</param>
    /// <param name="payload">What else the handler wants to know; never a secret.</param>
    /// <param name="wait">How long it is not due yet; none where nothing is said.</param>
    public async Task AddAsync(
        StoreTransaction transaction, string kind, string subject, string payload = "", TimeSpan wait = default)
    {
        await DeliveryStore.AddAsync(transaction, kind, subject, payload, Now + (long)wait.TotalMilliseconds);
        transaction.AfterCommit(Wake);
    }

    /// <summary>Withdraws what is still to be delivered of those kinds about a resource.</summary>
    public static Task WithdrawAsync(StoreTransaction transaction, string subject, params string[] kinds) =>
        DeliveryStore.WithdrawAsync(transaction, subject, kinds);

    /// <summary>Whether a delivery of that kind about a resource is still under way.</summary>
    public static Task<bool> HasAsync(StoreTransaction transaction, string kind, string subject) =>
        DeliveryStore.HasAsync(transaction, kind, subject);

    /// <summary>Withdraws one delivery; what would follow from it, if it is under way, is not written.</summary>
    public static Task WithdrawOneAsync(StoreTransaction transaction, string kind, string subject, string payload) =>
        DeliveryStore.WithdrawOneAsync(transaction, kind, subject, payload);

    /// <summary>Delivers until it is cancelled.</summary>
    /// <param name="handlers">One for each kind.</param>
    /// <param name="cancellation">Stops; attempts under way are cancelled and taken up at the next start.</param>
    public async Task RunAsync(IEnumerable<IDeliveryHandler> handlers, CancellationToken cancellation)
    {
        var byKind = handlers.ToDictionary(handler => handler.Kind, StringComparer.Ordinal);
        await using var timer = time.CreateTimer(_ => Wake(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        var running = new HashSet<Task>();
        try
        {
            if (!store.IsShared)
                await store.WriteAsync(transaction => DeliveryStore.ReleaseAsync(transaction, Now), cancellation);
            while (!cancellation.IsCancellationRequested)
            {
                timer.Change(await TurnAsync(byKind, running, cancellation), Timeout.InfiniteTimeSpan);
                await wake.Reader.ReadAsync(cancellation);
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Asked to stop: not a fault. What was under way is still in the store.
        }

        await Task.WhenAll(running);
    }

    // Attempts everything that is due and answers how long nothing more will be.
    private async Task<TimeSpan> TurnAsync(
        Dictionary<string, IDeliveryHandler> handlers, HashSet<Task> running, CancellationToken cancellation)
    {
        try
        {
            while (true)
            {
                running.RemoveWhere(attempt => attempt.IsCompleted);
                var wait = await NextWaitAsync(options.Parallel - running.Count, cancellation);
                if (wait != TimeSpan.Zero)
                    return wait;
                foreach (var delivery in await ClaimAsync(options.Parallel - running.Count, cancellation))
                    running.Add(AttemptAsync(handlers, delivery, cancellation));
            }
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            // A store that fails for a while must not end all deliveries for ever.
            OutboxLog.Unreadable(log, fault);
            return options.LongestRetry;
        }
    }

    private void Wake() => wake.Writer.TryWrite(true);

    private Task<IReadOnlyList<Delivery>> ClaimAsync(int free, CancellationToken cancellation)
    {
        var (now, lease) = (Now, (time.GetUtcNow() + options.Lease).ToUnixTimeMilliseconds());
        return store.WriteAsync(
            transaction => DeliveryStore.ClaimAsync(transaction, now, lease, free), cancellation);
    }

    // With no place free it is the end of an attempt that wakes the loop; a timer would turn it in vain.
    private async Task<TimeSpan> NextWaitAsync(int free, CancellationToken cancellation)
    {
        var next = free > 0 ? await store.ReadAsync(DeliveryStore.NextDueAsync, cancellation) : null;
        return next is { } due ? TimeSpan.FromMilliseconds(Math.Max(0, due - Now)) : Timeout.InfiniteTimeSpan;
    }

    private async Task AttemptAsync(
        Dictionary<string, IDeliveryHandler> handlers, Delivery delivery, CancellationToken cancellation)
    {
        // The loop goes on while the attempt runs.
        await Task.Yield();
        try
        {
            var result = await TryAsync(handlers, delivery, cancellation);
            await SettleAsync(delivery, result);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Asked to stop: the delivery is still in the store and taken up at the next start.
        }
        catch (Exception fault)
        {
            // The store failed. The lease runs out and the delivery is claimed again.
            OutboxLog.Unsettled(log, delivery.Kind, delivery.Subject, fault);
        }
        finally
        {
            Wake();
        }
    }

    private async Task<DeliveryResult> TryAsync(
        Dictionary<string, IDeliveryHandler> handlers, Delivery delivery, CancellationToken cancellation)
    {
        if (!handlers.TryGetValue(delivery.Kind, out var handler))
            return new DeliveryResult.Again("no handler of this kind; start the version that recorded it");
        try
        {
            return await handler.DeliverAsync(delivery, cancellation);
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            OutboxLog.Failed(log, delivery.Kind, delivery.Subject, fault);
            return new DeliveryResult.Again(fault.GetType().Name);
        }
    }

    private Task SettleAsync(Delivery delivery, DeliveryResult result) => result switch
    {
        DeliveryResult.Done done => store.WriteAsync(
            async transaction =>
            {
                if (await DeliveryStore.RemoveAsync(transaction, delivery.Id) && done.Apply is not null)
                    await done.Apply(transaction);
            },
            CancellationToken.None),
        DeliveryResult.Again again => RepeatAsync(delivery, again.Reason),
        _ => throw new InvalidOperationException("a delivery is either done or tried again"),
    };

    private Task RepeatAsync(Delivery delivery, string reason)
    {
        var attempts = delivery.Attempts + 1;
        var wait = options.RetryAfter(attempts);
        OutboxLog.Repeated(log, delivery.Kind, delivery.Subject, attempts, (long)wait.TotalMilliseconds, reason);
        var dueAt = (time.GetUtcNow() + wait).ToUnixTimeMilliseconds();
        return store.WriteAsync(
            transaction => DeliveryStore.RepeatAsync(transaction, delivery.Id, attempts, dueAt),
            CancellationToken.None);
    }
}
