using Harness.Protocol.Names;
using Harness.Protocol.Resources;
using Harness.Reference.Common;
using Harness.Reference.Connections;
using Harness.Reference.Errors;
using Harness.Reference.Outbox;

namespace Harness.Reference.Features;

/// <summary>Takes features away on our own initiative (DFE-02).</summary>
public sealed class FeatureWithdrawal(Coordinator coordinator)
{
    /// <summary>
    /// Has the feature of a channel drained; then it is deleted here, and the peer told until it acknowledges.
    /// </summary>
    public Task<Outcome<Empty>> WithdrawAsync(ChannelName channel, string uuid, CancellationToken cancellation) =>
        coordinator.Store.DecideAsync<Empty>(
            async transaction =>
            {
                var name = channel.Interconnect.Connection(uuid);
                var connection = await ConnectionStore.TakeAsync(transaction, name);
                var feature = connection is null
                    ? null
                    : await FeatureStore.OfChannelAsync(transaction, connection.Id, channel.ToString());
                if (feature is not { Agreed: true })
                    return CommonRules.NotFound(channel);
                await coordinator.Outbox.AddAsync(
                    transaction, DeliveryKinds.DrainFeature, name.ToString(), feature.FeatureId);
                return new Empty();
            },
            cancellation);
}
