using Harness.Protocol.Client;
using Harness.Protocol.Names;
using Harness.Protocol.Resources;
using Harness.Reference.Outbox;
using Harness.Reference.Peers;

namespace Harness.Reference.Negotiations;

/// <summary>
/// Has the peer delete a feature, until it acknowledges. The payload is the feature's id, and after a slash the id of
/// its channel where the channel is to have another one (DFE-03).
/// </summary>
internal sealed class DeleteFeatureDelivery(Coordinator coordinator) : PeerDelivery(coordinator)
{
    private readonly FeatureProposals proposals = new(coordinator);

    public override string Kind => DeliveryKinds.DeleteFeature;

    protected override async Task<DeliveryResult> CallAsync(
        CoordinatorClient client, ConnectionName ours, Delivery delivery, CancellationToken cancellation)
    {
        var parts = delivery.Payload.Split('/');
        var answer = await client.DeleteFeatureAsync(AtPeer(ours).Feature(parts[0]), cancellation);
        // 404 is as good as 200: there is nothing left of it.
        if (answer is ApiResult<Empty>.Refusal { Status: not StatusCodes.Status404NotFound })
            return NotAcknowledged(answer);
        return parts is [_, var channel]
            ? new DeliveryResult.Done(
                transaction => proposals.FillAsync(transaction, ours, ours.Interconnect.Channel(channel)))
            : new DeliveryResult.Done();
    }
}
