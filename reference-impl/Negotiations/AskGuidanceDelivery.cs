using Harness.Protocol.Client;
using Harness.Protocol.Names;
using Harness.Protocol.Resources;
using Harness.Reference.Outbox;
using Harness.Reference.Peers;

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
            { Status: var status } when PeerAnswer.IsDefinite(status) => Then(
                ours, transaction => Proposals.GiveUpAsync(transaction, ours, delivery.Payload)),
            { Status: var status } => await RetryAsync(ours, delivery, $"the peer answered {status}"),
        };
}
