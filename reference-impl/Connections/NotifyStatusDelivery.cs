using Harness.Protocol.Client;
using Harness.Protocol.Names;
using Harness.Protocol.Resources;
using Harness.Reference.Outbox;
using Harness.Reference.Peers;
using Harness.Reference.Store;

namespace Harness.Reference.Connections;

/// <summary>Tells the peer that our side of a connection has changed, until it acknowledges (PRO-02).</summary>
internal sealed class NotifyStatusDelivery(Coordinator coordinator) : PeerDelivery(coordinator)
{
    private readonly ConnectionStatus status = new(coordinator);
    private readonly MissingAtPeer missing = new(coordinator);

    public override string Kind => DeliveryKinds.NotifyConnectionStatus;

    protected override async Task<DeliveryResult> CallAsync(
        CoordinatorClient client, ConnectionName ours, Delivery delivery, CancellationToken cancellation)
    {
        var answer = await client.NotifyConnectionStatusAsync(AtPeer(ours), cancellation);
        // The status acknowledges; the source leaves nothing to be read from the body.
        if (answer is ApiResult<Empty>.Refusal)
            return await missing.NoteAsync(ours, answer.Status) ?? NotAcknowledged(answer);
        var version = int.Parse(delivery.Payload);
        return new DeliveryResult.Done(transaction => AcknowledgeAsync(transaction, ours, version));
    }

    private async Task AcknowledgeAsync(StoreTransaction transaction, ConnectionName ours, int version)
    {
        if (await ConnectionStore.TakeAsync(transaction, ours) is not { } row)
            return;
        await ConnectionStore.AcknowledgeAsync(transaction, row.Id, version);
        await ConnectionStore.MissAsync(transaction, row.Id, now: null);
        await status.SettleAsync(transaction, ours);
    }
}
