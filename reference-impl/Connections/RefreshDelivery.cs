using Harness.Protocol.Client;
using Harness.Protocol.Names;
using Harness.Protocol.Resources;
using Harness.Reference.Outbox;
using Harness.Reference.Peers;
using Harness.Reference.Store;

namespace Harness.Reference.Connections;

/// <summary>
/// Refreshes a connection from the peer that has notified (PRO-04). A notification counts as one in for PRO-03
/// once the peer shows no feature that is still PENDING; when those turn FINAL it notifies again (PRO-06).
/// </summary>
internal sealed class RefreshDelivery(Coordinator coordinator) : PeerDelivery(coordinator)
{
    // More pages than any connection's features fill: a peer whose pages never end is given up.
    private const int MostPages = 20;

    private readonly ConnectionStatus status = new(coordinator);
    private readonly MissingAtPeer missing = new(coordinator);

    public override string Kind => DeliveryKinds.RefreshConnection;

    protected override async Task<DeliveryResult> CallAsync(
        CoordinatorClient client, ConnectionName ours, Delivery delivery, CancellationToken cancellation)
    {
        var connection = await client.GetConnectionAsync(AtPeer(ours), cancellation);
        if (connection is not ApiResult<Connection>.Success)
            return await missing.NoteAsync(ours, connection.Status) ?? NotAcknowledged(connection);
        var available = true;
        string? token = null;
        for (var page = 0; page < MostPages; page++)
        {
            var answer = await client.ListFeaturesAsync(AtPeer(ours), null, token, cancellation);
            if (answer is not ApiResult<ListFeaturesResponse>.Success(_, var features))
                return NotAcknowledged(answer);
            available &= (features.Features ?? [])
                .All(feature => feature.ProvisioningState != ProvisioningState.Pending);
            token = features.NextPageToken;
            if (string.IsNullOrEmpty(token))
                return Refreshed(ours, int.Parse(delivery.Payload), available);
        }

        return new DeliveryResult.Again($"the peer's list of features has no end within {MostPages} pages");
    }

    private DeliveryResult.Done Refreshed(ConnectionName ours, int notice, bool available) =>
        new(transaction => ApplyAsync(transaction, ours, notice, available));

    private async Task ApplyAsync(StoreTransaction transaction, ConnectionName ours, int notice, bool available)
    {
        if (await ConnectionStore.TakeAsync(transaction, ours) is not { } row)
            return;
        await ConnectionStore.RefreshAsync(transaction, row.Id, notice, available);
        await ConnectionStore.MissAsync(transaction, row.Id, now: null);
        await status.SettleAsync(transaction, ours);
    }
}
