using System.Text.Json;
using Harness.Protocol.Client;
using Harness.Protocol.Json;
using Harness.Protocol.Names;
using Harness.Protocol.Resources;
using Harness.Reference.Connections;
using Harness.Reference.Features;
using Harness.Reference.Outbox;
using Harness.Reference.Peers;
using Harness.Reference.Store;

namespace Harness.Reference.Negotiations;

/// <summary>Proposes the feature whose parameters are reserved on a channel (FEA-11, FEA-12).</summary>
internal sealed class ProposeFeatureDelivery(Coordinator coordinator) : ChannelDelivery(coordinator)
{
    public override string Kind => DeliveryKinds.ProposeFeature;

    protected override async Task<DeliveryResult> CallAsync(
        CoordinatorClient client, ConnectionName ours, Delivery delivery, CancellationToken cancellation)
    {
        var channel = ours.Interconnect.Channel(delivery.Payload);
        var (open, row) = await Coordinator.Store.ReadAsync(
            transaction => ReadAsync(transaction, ours, channel), cancellation);
        if (open is null || row is null)
            return new DeliveryResult.Done();
        var there = AtPeer(ours).Feature(row.FeatureId);
        var answer = await client.CreateFeatureAsync(there, Body(there, channel, row), cancellation);
        return answer switch
        {
            ApiResult<Feature>.Refusal { Status: StatusCodes.Status409Conflict } =>
                await AfterConflictAsync(client, there, ours, delivery, cancellation),
            ApiResult<Feature>.Refusal { Status: var status } when PeerAnswer.IsDefinite(status) =>
                Refused(ours, channel),
            ApiResult<Feature>.Refusal { Status: var status } =>
                await RetryAsync(ours, delivery, $"the peer answered {status}"),
            _ => Accepted(ours, channel),
        };
    }

    private static async Task<(ProposalRow? Open, FeatureRow? Row)> ReadAsync(
        StoreTransaction transaction, ConnectionName ours, ChannelName channel)
    {
        var connection = await ConnectionStore.FindAsync(transaction, ours);
        var open = connection is null
            ? null
            : await ProposalStore.FindAsync(transaction, connection.Id, channel.ToString());
        return open?.FeatureId is null
            ? (open, null)
            : (open, await FeatureStore.FindAsync(transaction, open.ConnectionId, open.FeatureId));
    }

    private Feature Body(FeatureName there, ChannelName channel, FeatureRow row) => new(
        there.ToString(),
        Coordinator.Peers.Self.Of(channel).ToString(),
        JsonSerializer.Deserialize(row.Config, ProtocolJson.Default.FeatureConfig));

    // An earlier attempt may have arrived without its answer coming back: a feature of that id is ours then.
    private async Task<DeliveryResult> AfterConflictAsync(
        CoordinatorClient client,
        FeatureName there,
        ConnectionName ours,
        Delivery delivery,
        CancellationToken cancellation)
    {
        var channel = ours.Interconnect.Channel(delivery.Payload);
        return await client.GetFeatureAsync(there, cancellation) switch
        {
            ApiResult<Feature>.Refusal { Status: var status } when PeerAnswer.IsDefinite(status) =>
                Refused(ours, channel),
            ApiResult<Feature>.Refusal { Status: var status } =>
                await RetryAsync(ours, delivery, $"the peer answered {status}"),
            _ => Accepted(ours, channel),
        };
    }

    private DeliveryResult Accepted(ConnectionName ours, ChannelName channel) =>
        ThenOf(ours, channel, Proposals.AcceptedAsync);

    private DeliveryResult Refused(ConnectionName ours, ChannelName channel) =>
        ThenOf(ours, channel, Proposals.RefusedAsync);

    private static DeliveryResult ThenOf(
        ConnectionName ours,
        ChannelName channel,
        Func<StoreTransaction, ConnectionName, ProposalRow, FeatureRow, Task> write) =>
        Then(ours, async transaction =>
        {
            if (await ReadAsync(transaction, ours, channel) is ({ } open, { } row))
                await write(transaction, ours, open, row);
        });
}
