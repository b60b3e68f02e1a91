using Harness.Protocol.Names;
using Harness.Reference.Features;
using Harness.Reference.Interconnects;
using Harness.Reference.Outbox;
using Harness.Reference.Portal;
using Harness.Reference.Store;

namespace Harness.Reference.Connections;

/// <summary>Takes a connection away with all that belongs to it (DEL-02, DEL-03).</summary>
internal sealed class ConnectionRemoval(Coordinator coordinator)
{
    /// <summary>
    /// Deletes features, reservations and what was still to be delivered. Works in a transaction that has
    /// taken the interconnect and the connection, so that nothing is added meanwhile (DEL-07).
    /// </summary>
    public async Task RemoveAsync(StoreTransaction transaction, ConnectionName name, ConnectionRow row)
    {
        await DeliveryOutbox.WithdrawAsync(
            transaction,
            name.ToString(),
            DeliveryKinds.ActivateFeature,
            DeliveryKinds.NotifyConnectionStatus,
            DeliveryKinds.RefreshConnection,
            DeliveryKinds.UpdateConnection,
            DeliveryKinds.AskGuidance,
            DeliveryKinds.ProposeFeature,
            DeliveryKinds.DrainFeature,
            DeliveryKinds.DeleteFeature);
        foreach (var feature in await FeatureStore.AllAsync(transaction, row.Id))
            await RemoveAsync(transaction, name, feature);
        await ConnectionStore.DeleteAsync(transaction, row.Id);
        await InterconnectStore.ReserveAsync(
            transaction, row.InterconnectId, -(row.BandwidthMbps + row.HeldMbps));
    }

    /// <summary>Deletes one feature, and has the network take it away where it was asked for it (DFE-01).</summary>
    public async Task RemoveAsync(StoreTransaction transaction, ConnectionName name, FeatureRow feature)
    {
        await FeatureStore.DeleteAsync(transaction, feature.Id);
        if (feature.Activation == 0)
            return;
        var (subject, payload) = (name.ToString(), $"{new ActivationPayload(feature.FeatureId, feature.Activation)}");
        // An answer that is still to come is not for a later feature of the same id.
        await DeliveryOutbox.WithdrawOneAsync(transaction, DeliveryKinds.ActivateFeature, subject, payload);
        await coordinator.Outbox.AddAsync(transaction, DeliveryKinds.DeactivateFeature, subject, payload);
    }

    /// <summary>
    /// Ends the customer's intent for ever once the last connection of that id is gone: after a migration the
    /// new one goes on (MIG-05, KEY-16).
    /// </summary>
    public async Task EndIntentAsync(StoreTransaction transaction, string uuid)
    {
        var placements = await ConnectionStore.PlacementsAsync(transaction, uuid);
        if (placements.Count == 0)
            await CustomerConnectionStore.DeleteAsync(
                transaction, uuid, coordinator.Clock.GetUtcNow().ToUnixTimeMilliseconds());
    }
}
