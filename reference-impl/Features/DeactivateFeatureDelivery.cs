using Harness.Protocol.Names;
using Harness.Reference.Connections;
using Harness.Reference.Outbox;

namespace Harness.Reference.Features;

/// <summary>Has the network take a deleted feature away.</summary>
internal sealed class DeactivateFeatureDelivery(Coordinator coordinator) : IDeliveryHandler
{
    public string Kind => DeliveryKinds.DeactivateFeature;

    public async Task<DeliveryResult> DeliverAsync(Delivery delivery, CancellationToken cancellation)
    {
        var name = ResourceName.Parse<ConnectionName>(delivery.Subject);
        var feature = ActivationPayload.Parse(delivery.Payload).FeatureId;
        // One of the same name may have been accepted meanwhile: its configuration takes the old one's place.
        if (!await ExistsAsync(name, feature, cancellation))
            await coordinator.Network.DeactivateFeatureAsync(name.Feature(feature), cancellation);
        return new DeliveryResult.Done();
    }

    private Task<bool> ExistsAsync(ConnectionName name, string feature, CancellationToken cancellation) =>
        coordinator.Store.ReadAsync(
            async transaction => await ConnectionStore.FindAsync(transaction, name) is { } connection
                && await FeatureStore.FindAsync(transaction, connection.Id, feature) is not null,
            cancellation);
}
