using Harness.Reference.Interconnects;
using Harness.Reference.Negotiations;
using Harness.Reference.Portal;
using Harness.Reference.Store;

namespace Harness.Reference.Deadlines;

/// <summary>Rolls back deferrals that the peer has not finalized in time (DFR-03).</summary>
internal sealed class OverdueDeferrals(Coordinator coordinator)
{
    private readonly Negotiator negotiator = new(coordinator);

    /// <summary>Ends all that are overdue now.</summary>
    public async Task EndAsync(CancellationToken cancellation)
    {
        var overdue = await coordinator.Store.ReadAsync(
            transaction => NegotiationStore.OverdueAsync(transaction, coordinator.Now), cancellation);
        foreach (var row in overdue)
            await coordinator.Store.WriteAsync(transaction => EndAsync(transaction, row), cancellation);
    }

    private async Task EndAsync(StoreTransaction transaction, NegotiationRow row)
    {
        await InterconnectStore.TakeAsync(transaction, row.Name.Interconnect);
        await CustomerConnectionStore.TakeAsync(transaction, row.Uuid);
        // It may have become VERIFIED, or have been deleted, since it was found.
        if (await NegotiationStore.FindAsync(transaction, row.Uuid) is
            {
                Step: NegotiationStep.AwaitPeer,
                DeadlineAt: { } deadline,
            } now && coordinator.Rules.Decide(NegotiationRules.DeferralIsOver, (coordinator.Now, deadline)))
            await negotiator.GiveUpAsync(transaction, now, NegotiationFailures.NotFinalized);
    }
}
