using Harness.Protocol.Names;
using Harness.Reference.Connections;
using Harness.Reference.Interconnects;
using Harness.Reference.Outbox;
using Harness.Reference.Store;

namespace Harness.Reference.Features;

/// <summary>
/// Has the network drain a feature, deletes it once no traffic takes it, and has the peer told (DFE-02); the payload
/// is the feature's id.
/// </summary>
internal sealed class DrainFeatureDelivery(Coordinator coordinator) : IDeliveryHandler
{
    private readonly ConnectionStatus status = new(coordinator);
    private readonly ConnectionRemoval removal = new(coordinator);

    public string Kind => DeliveryKinds.DrainFeature;

    public async Task<DeliveryResult> DeliverAsync(Delivery delivery, CancellationToken cancellation)
    {
        var name = ResourceName.Parse<ConnectionName>(delivery.Subject);
        await coordinator.Network.DrainFeatureAsync(name.Feature(delivery.Payload), cancellation);
        return new DeliveryResult.Done(transaction => DeleteAsync(transaction, name, delivery.Payload));
    }

    private async Task DeleteAsync(StoreTransaction transaction, ConnectionName name, string featureId)
    {
        await InterconnectStore.TakeAsync(transaction, name.Interconnect);
        if (await ConnectionStore.TakeAsync(transaction, name) is not { } connection
            || await FeatureStore.FindAsync(transaction, connection.Id, featureId) is not { } feature)
            return;
        await removal.RemoveAsync(transaction, name, feature);
        await status.SettleAsync(transaction, name);
        // The channel is named with it: its owner fills it again once the peer has deleted it too (DFE-03).
        var channel = ResourceName.Parse<ChannelName>(feature.Channel).Id;
        await coordinator.Outbox.AddAsync(
            transaction, DeliveryKinds.DeleteFeature, name.ToString(), $"{featureId}/{channel}");
    }
}
