using Harness.Protocol.Client;
using Harness.Protocol.Names;
using Harness.Protocol.Resources;
using Harness.Reference.Interconnects;
using Harness.Reference.Outbox;
using Harness.Reference.Peers;
using Harness.Reference.Portal;
using Harness.Reference.Store;

namespace Harness.Reference.Connections;

/// <summary>
/// Asks the peer for our customer's change of bandwidth: the network is changed when it agrees, and the old
/// bandwidth stands when it refuses (UPD-06, UPD-07).
/// </summary>
internal sealed class UpdateAtPeerDelivery(Coordinator coordinator) : PeerDelivery(coordinator)
{
    private readonly ConnectionStatus status = new(coordinator);

    public override string Kind => DeliveryKinds.UpdateConnection;

    protected override async Task<DeliveryResult> CallAsync(
        CoordinatorClient client, ConnectionName ours, Delivery delivery, CancellationToken cancellation)
    {
        var mbps = int.Parse(delivery.Payload);
        var answer = await client.UpdateConnectionAsync(
            AtPeer(ours), new Connection(BandwidthMbps: mbps), UpdateRules.UpdatableField, cancellation);
        return answer switch
        {
            ApiResult<Connection>.Refusal refusal when PeerAnswer.IsDefinite(refusal.Status) =>
                new DeliveryResult.Done(transaction => RefusedAsync(transaction, ours, mbps)),
            ApiResult<Connection>.Refusal refusal => NotAcknowledged(refusal),
            _ => new DeliveryResult.Done(transaction => AgreedAsync(transaction, ours, mbps)),
        };
    }

    private async Task AgreedAsync(StoreTransaction transaction, ConnectionName ours, int mbps)
    {
        await InterconnectStore.TakeAsync(transaction, ours.Interconnect);
        await CustomerConnectionStore.TakeAsync(transaction, ours.Connection);
        if (await ConnectionStore.TakeAsync(transaction, ours) is not { } row)
            return;
        await InterconnectStore.ReserveAsync(
            transaction, row.InterconnectId, mbps - row.BandwidthMbps - row.HeldMbps);
        await CustomerConnectionStore.SetBandwidthAsync(transaction, ours.Connection, mbps);
        await ConnectionStore.SetUpdateAsync(transaction, row.Id, UpdateState.Provisioning, mbps, heldMbps: 0);
        await status.ChangeAsync(transaction, ours, row, mbps);
    }

    private static async Task RefusedAsync(StoreTransaction transaction, ConnectionName ours, int mbps)
    {
        await InterconnectStore.TakeAsync(transaction, ours.Interconnect);
        if (await ConnectionStore.TakeAsync(transaction, ours) is not { } row)
            return;
        await InterconnectStore.ReserveAsync(transaction, row.InterconnectId, -row.HeldMbps);
        await ConnectionStore.SetUpdateAsync(transaction, row.Id, UpdateState.Refused, mbps, heldMbps: 0);
    }
}
