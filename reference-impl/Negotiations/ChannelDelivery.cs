using Harness.Protocol.Names;
using Harness.Reference.Connections;
using Harness.Reference.Interconnects;
using Harness.Reference.Outbox;
using Harness.Reference.Peers;
using Harness.Reference.Portal;
using Harness.Reference.Store;

namespace Harness.Reference.Negotiations;

/// <summary>One step of a channel's negotiation; the payload is the channel's id.</summary>
internal abstract class ChannelDelivery(Coordinator coordinator) : PeerDelivery(coordinator)
{
    protected FeatureProposals Proposals { get; } = new(coordinator);

    protected sealed override Task<DeliveryResult> UnansweredAsync(
        ConnectionName ours, Delivery delivery, string reason) => RetryAsync(ours, delivery, reason);

    /// <summary>No answer to go by: it is tried again, until the channel is given up (CON-12).</summary>
    protected async Task<DeliveryResult> RetryAsync(ConnectionName ours, Delivery delivery, string reason)
    {
        if (await Coordinator.Store.ReadAsync(
            transaction => UntilAsync(transaction, ours, delivery.Payload), CancellationToken.None) is not { } until)
            return new DeliveryResult.Again(reason);
        var now = Coordinator.TechnicalTime.GetUtcNow().ToUnixTimeMilliseconds();
        var @case = new RetryCase(delivery.Attempts + 1, Coordinator.Outbox.Options, now, until);
        return Coordinator.Rules.Decide(NegotiationRules.RetryWait, @case) is null
            ? Then(ours, transaction => Proposals.GiveUpAsync(transaction, ours, delivery.Payload))
            : new DeliveryResult.Again(reason);
    }

    /// <summary>Writes what follows, in a transaction that has taken all that it may write to.</summary>
    protected static DeliveryResult Then(ConnectionName ours, Func<StoreTransaction, Task> write) =>
        new DeliveryResult.Done(async transaction =>
        {
            await InterconnectStore.TakeAsync(transaction, ours.Interconnect);
            await CustomerConnectionStore.TakeAsync(transaction, ours.Connection);
            if (await ConnectionStore.TakeAsync(transaction, ours) is not null)
                await write(transaction);
        });

    // Null for no end: a live connection is filled up again however long that takes (DFE-03).
    private static async Task<long?> UntilAsync(StoreTransaction transaction, ConnectionName ours, string channelId)
    {
        if (await ConnectionStore.FindAsync(transaction, ours) is not { } connection)
            return 0;
        if (!await FeatureProposals.IsNegotiatedAsync(transaction, ours))
            return null;
        var open = await ProposalStore.AllAsync(transaction, connection.Id);
        return open
            .Where(one => channelId.Length == 0 || one.Channel == ours.Interconnect.Channel(channelId).ToString())
            .Select(one => one.RetryUntil)
            .DefaultIfEmpty(0)
            .Max();
    }
}
