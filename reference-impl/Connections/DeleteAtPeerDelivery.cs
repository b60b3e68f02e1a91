using System.Net;
using Harness.Protocol.Client;
using Harness.Protocol.Names;
using Harness.Protocol.Resources;
using Harness.Reference.Outbox;
using Harness.Reference.Peers;

namespace Harness.Reference.Connections;

/// <summary>Tells the peer of our customer's delete, until it acknowledges (DEL-05).</summary>
internal sealed class DeleteAtPeerDelivery(Coordinator coordinator) : PeerDelivery(coordinator)
{
    public override string Kind => DeliveryKinds.DeleteConnection;

    protected override async Task<DeliveryResult> CallAsync(
        CoordinatorClient client, ConnectionName ours, Delivery delivery, CancellationToken cancellation)
    {
        var answer = await client.DeleteConnectionAsync(AtPeer(ours), cancellation);
        // 404 is as good as 200: an earlier attempt may have arrived and its answer been lost (DEL-06).
        return answer is ApiResult<Empty>.Refusal { Status: not (int)HttpStatusCode.NotFound }
            ? NotAcknowledged(answer)
            : new DeliveryResult.Done();
    }
}
