using Harness.Protocol.Client;
using Harness.Protocol.Names;
using Harness.Protocol.Resources;
using Harness.Reference.Outbox;
using Harness.Reference.Peers;

namespace Harness.Reference.Negotiations;

/// <summary>Has the peer delete a feature, until it acknowledges; the payload is the feature's id.</summary>
internal sealed class DeleteFeatureDelivery(Coordinator coordinator) : PeerDelivery(coordinator)
{
    public override string Kind => DeliveryKinds.DeleteFeature;

    protected override async Task<DeliveryResult> CallAsync(
        CoordinatorClient client, ConnectionName ours, Delivery delivery, CancellationToken cancellation)
    {
        var answer = await client.DeleteFeatureAsync(AtPeer(ours).Feature(delivery.Payload), cancellation);
        // 404 is as good as 200: there is nothing left of it.
        return answer is ApiResult<Empty>.Refusal { Status: not StatusCodes.Status404NotFound }
            ? NotAcknowledged(answer)
            : new DeliveryResult.Done();
    }
}
