using Harness.Reference.Features;
using Harness.Reference.Outbox;

namespace Harness.Reference.Maintenance;

/// <summary>
/// Moves customer traffic off a channel before its maintenance, and lets it back after it (MNT-08). Features that are
/// not FINAL carry none.
/// </summary>
internal sealed class ChannelDrain(Coordinator coordinator) : IDeliveryHandler
{
    public const string KindName = "maintenance-drain";

    public string Kind => KindName;

    public async Task<DeliveryResult> DeliverAsync(Delivery delivery, CancellationToken cancellation)
    {
        var (drained, features) = await coordinator.Store.ReadAsync(
            async transaction => (
                (await MaintenanceStore.DrainedAsync(transaction)).Contains(delivery.Subject),
                await FeatureStore.FinalOnChannelAsync(transaction, delivery.Subject)),
            cancellation);
        foreach (var feature in features)
            await (drained
                ? coordinator.Network.DrainFeatureAsync(feature, cancellation)
                : coordinator.Network.RestoreFeatureAsync(feature, cancellation));
        return new DeliveryResult.Done();
    }
}
