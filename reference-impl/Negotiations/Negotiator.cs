using Harness.Protocol.Names;
using Harness.Reference.Connections;
using Harness.Reference.Outbox;
using Harness.Reference.Portal;
using Harness.Reference.Store;

namespace Harness.Reference.Negotiations;

/// <summary>
/// Writes how a negotiation goes on, the next step together with what it follows from. Works in a transaction that
/// has taken the customer's connection, and before it the interconnect where there is one.
/// </summary>
internal sealed class Negotiator(Coordinator coordinator)
{
    private readonly ConnectionRemoval removal = new(coordinator);
    private readonly ILogger log = coordinator.Logs.CreateLogger<Negotiator>();

    private long Now => coordinator.TechnicalTime.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>From when on nothing that begins now is tried again, in milliseconds since 1970 (CON-12).</summary>
    public long RetryUntil => Now + (long)coordinator.Negotiation.Patience.TotalMilliseconds;

    /// <summary>Begins a negotiation with its first step, unless one of the connection is under way.</summary>
    public async Task BeginAsync(StoreTransaction transaction, NegotiationRow row)
    {
        if (await NegotiationStore.AddAsync(transaction, row with { RetryUntil = RetryUntil }))
            await coordinator.Outbox.AddAsync(transaction, row.Step.ToString(), row.Uuid);
    }

    /// <summary>The negotiation at the beginning of a phase: nothing of it has failed yet.</summary>
    public NegotiationRow Anew(NegotiationRow row) =>
        row with { Attempts = 0, Refusals = "", RetryUntil = RetryUntil };

    /// <summary>Stores the next step, which has a handler of its own.</summary>
    public async Task GoOnAsync(
        StoreTransaction transaction, NegotiationRow row, NegotiationStep step, TimeSpan wait = default)
    {
        await NegotiationStore.SaveAsync(transaction, row with { Step = step });
        await coordinator.Outbox.AddAsync(transaction, step.ToString(), row.Uuid, wait: wait);
    }

    /// <summary>A try has failed: goes on from <paramref name="step"/> after a wait, or gives up (CON-12).</summary>
    public async Task RetryAsync(
        StoreTransaction transaction, NegotiationRow row, NegotiationStep step, string reason, string failure)
    {
        var again = row with { Attempts = row.Attempts + 1 };
        var @case = new RetryCase(again.Attempts, coordinator.Outbox.Options, Now, row.RetryUntil);
        if (coordinator.Rules.Decide(NegotiationRules.RetryWait, @case) is not { } wait)
        {
            await GiveUpAsync(transaction, row, failure);
            return;
        }

        NegotiationLog.Repeated(log, row.Step, row.Uuid, again.Attempts, (long)wait.TotalMilliseconds, reason);
        await GoOnAsync(transaction, again, step, wait);
    }

    /// <summary>
    /// Gives up: what is reserved here is freed, the peer is asked to delete what it may have, and then the
    /// customer is told (CON-16, FEA-15).
    /// </summary>
    /// <param name="transaction">Has taken interconnect and customer's connection.</param>
    /// <param name="row">The negotiation.</param>
    /// <param name="failure">Why, for the customer.</param>
    public async Task GiveUpAsync(StoreTransaction transaction, NegotiationRow row, string failure)
    {
        NegotiationLog.GivenUp(log, row.Step, row.Uuid, failure);
        var failed = row with { Failure = failure };
        if (row.Interconnect is null)
        {
            await FinishAsync(transaction, failed);
            return;
        }

        await RemoveLocallyAsync(transaction, row.Name);
        await GoOnAsync(transaction, failed, NegotiationStep.RollBack);
    }

    /// <summary>Removes the connection that was created locally; none where it is gone.</summary>
    public async Task RemoveLocallyAsync(StoreTransaction transaction, ConnectionName name)
    {
        if (await ConnectionStore.TakeAsync(transaction, name) is { } placed)
            await removal.RemoveAsync(transaction, name, placed);
    }

    /// <summary>
    /// Ends the negotiation, and tells the customer where it has failed (CON-16, KEY-14). A connection whose
    /// migration has failed goes on where it is (MIG-09).
    /// </summary>
    public static async Task FinishAsync(StoreTransaction transaction, NegotiationRow row)
    {
        await NegotiationStore.DeleteAsync(transaction, row.Uuid);
        if (row.Failure is null)
            return;
        if (row.Old is { } old)
            await EndUpdateAsync(transaction, old, UpdateState.Refused);
        else if ((await ConnectionStore.PlacementsAsync(transaction, row.Uuid)).Count == 0)
            await CustomerConnectionStore.FailAsync(transaction, row.Uuid, row.Failure);
    }

    /// <summary>Ends the update that a migration was for; nothing where it was for none.</summary>
    public static async Task EndUpdateAsync(StoreTransaction transaction, ConnectionName name, UpdateState state)
    {
        if (await ConnectionStore.FindAsync(transaction, name) is { UpdateState: UpdateState.Asking } row)
            await ConnectionStore.SetUpdateAsync(transaction, row.Id, state, row.UpdateMbps ?? 0, heldMbps: 0);
    }

    /// <summary>Stores a step in which others go on; it has no handler.</summary>
    public static Task AwaitAsync(StoreTransaction transaction, NegotiationRow row, NegotiationStep step) =>
        NegotiationStore.SaveAsync(transaction, row with { Step = step });

    /// <summary>
    /// The features are agreed: a migration waits for its new side to be VERIFIED, anything else is done (MIG-04).
    /// </summary>
    public static async Task AgreedAsync(StoreTransaction transaction, NegotiationRow row)
    {
        if (row.Purpose == NegotiationPurpose.Migration)
            await AwaitAsync(transaction, row, NegotiationStep.AwaitVerification);
        else
            await FinishAsync(transaction, row);
    }

    /// <summary>A connection has become VERIFIED: whoever waited for that goes on (DFR-03, MIG-04).</summary>
    public async Task VerifiedAsync(StoreTransaction transaction, ConnectionName name)
    {
        if (await NegotiationStore.FindAsync(transaction, name.Connection) is not
            {
                Step: NegotiationStep.AwaitPeer or NegotiationStep.AwaitVerification,
            } row || row.Interconnect != name.Interconnect.ToString())
            return;
        if (row.Purpose == NegotiationPurpose.Migration)
            await GoOnAsync(transaction, row, NegotiationStep.LeaveOld);
        else
            await FinishAsync(transaction, row);
    }

    /// <summary>
    /// The connection is deleted, by the customer or by the peer. A CreateConnection that is under way may still
    /// arrive after the peer's delete: it is taken back once it has ended (DEL-07).
    /// </summary>
    /// <param name="transaction">Has taken interconnect and customer's connection.</param>
    /// <param name="name">The connection that is deleted.</param>
    public static async Task CancelAsync(StoreTransaction transaction, ConnectionName name)
    {
        if (await NegotiationStore.FindAsync(transaction, name.Connection) is { } row
            && row.Interconnect == name.Interconnect.ToString())
            await CancelAsync(transaction, row);
    }

    /// <summary>The customer deletes the connection, wherever its negotiation is.</summary>
    public static async Task CancelAsync(StoreTransaction transaction, string uuid)
    {
        if (await NegotiationStore.FindAsync(transaction, uuid) is { } row)
            await CancelAsync(transaction, row);
    }

    private static async Task CancelAsync(StoreTransaction transaction, NegotiationRow row)
    {
        switch (row.Step)
        {
            case NegotiationStep.ProposeConnection:
                await NegotiationStore.SaveAsync(transaction, row with { Cancelled = true });
                break;
            case NegotiationStep.RollBack:
                // Goes on until the peer has acknowledged.
                break;
            default:
                await DeliveryOutbox.WithdrawAsync(transaction, row.Uuid, row.Step.ToString());
                await NegotiationStore.DeleteAsync(transaction, row.Uuid);
                if (row.Old is { } old)
                    await EndUpdateAsync(transaction, old, UpdateState.Refused);
                break;
        }
    }
}
