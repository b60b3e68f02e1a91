using Harness.Protocol.Names;
using Harness.Reference.Connections;
using Harness.Reference.Interconnects;
using Harness.Reference.Negotiations;
using Harness.Reference.Outbox;
using Harness.Reference.Portal;
using Harness.Reference.Store;

namespace Harness.Reference.Deadlines;

/// <summary>
/// Deletes connections that were never finalized, or that are on our side only, after seven days; the peer is told, in
/// case it has them too (CON-15).
/// </summary>
internal sealed class UnfinishedConnections(Coordinator coordinator)
{
    private readonly ConnectionRemoval removal = new(coordinator);
    private readonly ILogger log = coordinator.Logs.CreateLogger<UnfinishedConnections>();

    /// <summary>Deletes all that are old enough now.</summary>
    public async Task DeleteAsync(CancellationToken cancellation)
    {
        var since = coordinator.Now - (long)DeadlineRules.Unfinished.TotalMilliseconds;
        var found = await coordinator.Store.ReadAsync(
            transaction => ConnectionStore.UnfinishedAsync(transaction, since), cancellation);
        foreach (var row in found)
            await coordinator.Store.WriteAsync(
                transaction => DeleteAsync(
                    transaction, ResourceName.Parse<InterconnectName>(row.Interconnect).Connection(row.Uuid)),
                cancellation);
    }

    private async Task DeleteAsync(StoreTransaction transaction, ConnectionName name)
    {
        await InterconnectStore.TakeAsync(transaction, name.Interconnect);
        await CustomerConnectionStore.TakeAsync(transaction, name.Connection);
        if (await ConnectionStore.TakeAsync(transaction, name) is not { CreatedAt: { } created } row
            || !coordinator.Rules.Decide(
                DeadlineRules.DeletesUnfinished,
                new UnfinishedCase(created, row.VerifiedAt, row.MissingSince, coordinator.Now)))
            return;
        // A deferral has a deadline of its own, which the providers have agreed on (DFR-03).
        if (await NegotiationStore.FindAsync(transaction, name.Connection) is { Step: NegotiationStep.AwaitPeer })
            return;
        DeadlineLog.Unfinished(log, name.ToString());
        await removal.RemoveAsync(transaction, name, row);
        await coordinator.Outbox.AddAsync(transaction, DeliveryKinds.DeleteConnection, name.ToString());
        await Negotiator.CancelAsync(transaction, name);
        await removal.EndIntentAsync(transaction, name.Connection);
    }
}
