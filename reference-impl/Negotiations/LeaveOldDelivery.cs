using Harness.Protocol.Client;
using Harness.Reference.Connections;
using Harness.Reference.Features;
using Harness.Reference.Interconnects;
using Harness.Reference.Outbox;
using Harness.Reference.Portal;
using Harness.Reference.Store;

namespace Harness.Reference.Negotiations;

/// <summary>
/// Ends a migration: once both sides have the new connection VERIFIED, the old one is drained, deleted here, and the
/// peer told until it acknowledges (MIG-03, MIG-04, MIG-07).
/// </summary>
internal sealed class LeaveOldDelivery(Coordinator coordinator) : NegotiationDelivery(coordinator)
{
    public override NegotiationStep Step => NegotiationStep.LeaveOld;

    protected override async Task<DeliveryResult> CallAsync(
        CoordinatorClient client, NegotiationRow row, CancellationToken cancellation)
    {
        var seen = await client.GetConnectionAsync(Coordinator.Peers.Self.Of(row.Name), cancellation);
        var (own, features) = await Coordinator.Store.ReadAsync(
            transaction => ReadAsync(transaction, row), cancellation);
        if (own is null)
            return Then(row, Negotiator.FinishAsync);
        if (!Coordinator.Rules.Decide(
            NegotiationRules.LeavesOld, (own.VerificationState, seen.ValueOrDefault?.VerificationState)))
            return NotAnswered(row, "the new connection is not VERIFIED on both sides yet");
        foreach (var feature in features)
            await Coordinator.Network.DrainFeatureAsync(row.Old!.Feature(feature.FeatureId), cancellation);
        return Then(row, LeaveAsync);
    }

    protected override DeliveryResult NotAnswered(NegotiationRow row, string reason) =>
        new DeliveryResult.Again(reason);

    protected override async Task TakeAsync(StoreTransaction transaction, NegotiationRow row)
    {
        await base.TakeAsync(transaction, row);
        await InterconnectStore.TakeAsync(transaction, row.Old!.Interconnect);
    }

    private static async Task<(ConnectionRow? Own, IReadOnlyList<FeatureRow> Features)> ReadAsync(
        StoreTransaction transaction, NegotiationRow row)
    {
        var old = await ConnectionStore.FindAsync(transaction, row.Old!);
        return (
            await ConnectionStore.FindAsync(transaction, row.Name),
            old is null ? [] : await FeatureStore.AllAsync(transaction, old.Id));
    }

    private async Task LeaveAsync(StoreTransaction transaction, NegotiationRow row)
    {
        if (await ConnectionStore.FindAsync(transaction, row.Old!) is { } old)
        {
            await Negotiator.RemoveLocallyAsync(transaction, row.Old!);
            await Coordinator.Outbox.AddAsync(transaction, DeliveryKinds.DeleteConnection, row.Old!.ToString());
            await KeepUpdateAsync(transaction, row, old);
        }

        await CustomerConnectionStore.SetBandwidthAsync(transaction, row.Uuid, row.BandwidthMbps);
        await Negotiator.FinishAsync(transaction, row);
    }

    // The customer sees one connection throughout, and its last update with it (MIG-08).
    private static async Task KeepUpdateAsync(StoreTransaction transaction, NegotiationRow row, ConnectionRow old)
    {
        if (old is { UpdateState: { } state, UpdateMbps: { } mbps }
            && await ConnectionStore.FindAsync(transaction, row.Name) is { } moved)
        {
            var kept = state == UpdateState.Asking ? UpdateState.Done : state;
            await ConnectionStore.SetUpdateAsync(transaction, moved.Id, kept, mbps, heldMbps: 0);
        }
    }
}
