using Harness.Protocol.Client;
using Harness.Protocol.Names;
using Harness.Protocol.Resources;
using Harness.Reference.Outbox;

namespace Harness.Reference.Negotiations;

/// <summary>
/// Asks the peer for guidance before anything is proposed, for all channels or for one that starts again (FEA-11,
/// FEA-12).
/// </summary>
internal sealed class AskGuidanceDelivery(Coordinator coordinator) : ChannelDelivery(coordinator)
{
    public override string Kind => DeliveryKinds.AskGuidance;

    protected override async Task<DeliveryResult> CallAsync(
        CoordinatorClient client, ConnectionName ours, Delivery delivery, CancellationToken cancellation) =>
        await client.GenerateFeatureGuidanceAsync(AtPeer(ours), cancellation) switch
        {
            ApiResult<GenerateFeatureGuidanceResponse>.Success(_, var guidance) => Then(
                ours,
                transaction => Proposals.PlanAsync(
                    transaction, ours, delivery.Payload, guidance.FeatureGuidance ?? [])),
            // The peer's own side may not be there yet where it has left the connection to us (DFR-01).
            { Status: var status } => await RetryAsync(ours, delivery, $"the peer answered {status}"),
        };
}
