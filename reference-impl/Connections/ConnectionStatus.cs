using Harness.Protocol.Names;
using Harness.Protocol.Resources;
using Harness.Reference.Features;
using Harness.Reference.Negotiations;
using Harness.Reference.Outbox;
using Harness.Reference.Store;

namespace Harness.Reference.Connections;

/// <summary>
/// Keeps a connection's status in step with its features and with what the peer has said, and notifies the
/// peer of what has changed. Works in a transaction that has taken the connection.
/// </summary>
internal sealed class ConnectionStatus(Coordinator coordinator)
{
    private readonly Negotiator negotiator = new(coordinator);

    /// <summary>Decides the status anew after something has happened, and writes it.</summary>
    public async Task SettleAsync(StoreTransaction transaction, ConnectionName name, bool notify = false)
    {
        var row = await ConnectionStore.FindAsync(transaction, name)
            ?? throw new StoreException($"expected {name} to be taken by the transaction, found no such row");
        var counts = await CountAsync(transaction, name, row.Id);
        var available = coordinator.Rules.Decide(StatusRules.Available, counts);
        var completed = row.Changing && counts.UnderWay == 0;
        notify |= available && !row.Available;
        notify |= coordinator.Rules.Decide(StatusRules.CompletionIsNotified, completed);
        var version = row.StatusVersion + (notify ? 1 : 0);
        var verified = coordinator.Rules.Decide(
            StatusRules.Verified,
            new VerificationCase(
                available,
                version > 0 && row.AckedVersion >= version,
                row.RefreshedNotice > 0 && row.PeerAvailable));
        await ConnectionStore.SettleAsync(
            transaction,
            row.Id,
            new SettledStatus(
                available,
                row.Changing && !completed,
                version,
                verified ? VerificationState.Verified : VerificationState.Unverified,
                completed && row.UpdateState == UpdateState.Provisioning ? UpdateState.Done : row.UpdateState));
        if (notify)
            await coordinator.Outbox.AddAsync(
                transaction, DeliveryKinds.NotifyConnectionStatus, name.ToString(), version.ToString());
        if (!verified || row.VerificationState == VerificationState.Verified)
            return;
        await ConnectionStore.FinishAsync(transaction, row.Id, coordinator.Now);
        await negotiator.VerifiedAsync(transaction, name);
    }

    /// <summary>Asks the network for the accepted features, once there are enough of them (FEA-14).</summary>
    public async Task ProvisionAsync(StoreTransaction transaction, ConnectionName name, long connectionId)
    {
        var counts = await CountAsync(transaction, name, connectionId);
        if (!coordinator.Rules.Decide(StatusRules.ProvisioningStarts, counts))
            return;
        foreach (var feature in await FeatureStore.StartAsync(transaction, connectionId))
            await ActivateAsync(transaction, name, feature);
    }

    /// <summary>
    /// An agreed change of bandwidth goes to the network: the features that were there return to PENDING
    /// until they are there with the new bandwidth (PRO-06). Until then the connection is UNVERIFIED, which
    /// the source leaves open.
    /// </summary>
    public async Task ChangeAsync(StoreTransaction transaction, ConnectionName name, ConnectionRow row, int mbps)
    {
        await ConnectionStore.SetBandwidthAsync(transaction, row.Id, mbps);
        var before = await CountAsync(transaction, name, row.Id);
        foreach (var feature in await FeatureStore.RestartAsync(transaction, row.Id))
            await ActivateAsync(transaction, name, feature);
        await SettleAsync(transaction, name, coordinator.Rules.Decide(StatusRules.ReturnIsNotified, before));
    }

    private Task ActivateAsync(StoreTransaction transaction, ConnectionName name, FeatureRow feature) =>
        coordinator.Outbox.AddAsync(
            transaction,
            DeliveryKinds.ActivateFeature,
            name.ToString(),
            new ActivationPayload(feature.FeatureId, feature.Activation).ToString());

    /// <summary>How many features the connection has.</summary>
    public async Task<FeatureCounts> CountAsync(
        StoreTransaction transaction, ConnectionName name, long connectionId)
    {
        var channels = coordinator.Testbed.Find(name.Interconnect)?.Channels.Count ?? 0;
        var (accepted, final, underWay) = await FeatureStore.CountAsync(transaction, connectionId);
        return new FeatureCounts(channels, accepted, final, underWay);
    }
}
