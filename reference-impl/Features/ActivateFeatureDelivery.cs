using System.Text.Json;
using Harness.Protocol.Json;
using Harness.Protocol.Names;
using Harness.Reference.Connections;
using Harness.Reference.Network;
using Harness.Reference.Outbox;
using Harness.Reference.Portal;
using Harness.Reference.Store;

namespace Harness.Reference.Features;

/// <summary>Has the network bring a feature up; it is FINAL when it is there (PRO-01).</summary>
internal sealed class ActivateFeatureDelivery(Coordinator coordinator) : IDeliveryHandler
{
    private readonly ConnectionStatus status = new(coordinator);

    public string Kind => DeliveryKinds.ActivateFeature;

    public async Task<DeliveryResult> DeliverAsync(Delivery delivery, CancellationToken cancellation)
    {
        var name = ResourceName.Parse<ConnectionName>(delivery.Subject);
        var asked = ActivationPayload.Parse(delivery.Payload);
        var activation = await coordinator.Store.ReadAsync(
            transaction => ReadAsync(transaction, name, asked), cancellation);
        if (activation is null)
            return new DeliveryResult.Done();
        await coordinator.Network.ActivateFeatureAsync(activation, cancellation);
        return new DeliveryResult.Done(transaction => FinishAsync(transaction, name, asked));
    }

    // Null where the feature is gone or has been asked for anew.
    private static async Task<FeatureActivation?> ReadAsync(
        StoreTransaction transaction, ConnectionName name, ActivationPayload asked)
    {
        var connection = await ConnectionStore.FindAsync(transaction, name);
        var row = connection is null
            ? null
            : await FeatureStore.FindAsync(transaction, connection.Id, asked.FeatureId);
        if (row is null || row.Activation != asked.Activation)
            return null;
        var config = JsonSerializer.Deserialize(row.Config, ProtocolJson.Default.FeatureConfig)?.L3BaseConfig
            ?? throw new StoreException($"expected a layer 3 configuration of {name.Feature(asked.FeatureId)}");
        var customer = await CustomerConnectionStore.FindAsync(transaction, name.Connection)
            ?? throw new StoreException($"expected the customer's connection {name.Connection}, found none");
        return new FeatureActivation(
            name.Feature(row.FeatureId),
            ResourceName.Parse<ChannelName>(row.Channel),
            connection!.BandwidthMbps,
            customer.AccountId,
            config);
    }

    private async Task FinishAsync(StoreTransaction transaction, ConnectionName name, ActivationPayload asked)
    {
        if (await ConnectionStore.TakeAsync(transaction, name) is not { } connection)
            return;
        await FeatureStore.FinishAsync(transaction, connection.Id, asked.FeatureId, asked.Activation);
        await status.SettleAsync(transaction, name);
    }
}
