using Harness.Protocol.Client;
using Harness.Protocol.Names;
using Harness.Reference.Interconnects;
using Harness.Reference.Outbox;
using Harness.Reference.Portal;
using Harness.Reference.Store;

namespace Harness.Reference.Negotiations;

/// <summary>
/// One step of a negotiation: calls the peer, and writes what follows from the answer together with the next
/// step, so that a coordinator that is killed goes on from there.
/// </summary>
internal abstract class NegotiationDelivery(Coordinator coordinator) : IDeliveryHandler
{
    /// <summary>The step that this handler carries out.</summary>
    public abstract NegotiationStep Step { get; }

    public string Kind => Step.ToString();

    protected Coordinator Coordinator => coordinator;

    protected Negotiator Negotiator { get; } = new(coordinator);

    public async Task<DeliveryResult> DeliverAsync(Delivery delivery, CancellationToken cancellation)
    {
        var row = await coordinator.Store.ReadAsync(
            transaction => NegotiationStore.FindAsync(transaction, delivery.Subject), cancellation);
        if (row is null || row.Step != Step)
            return new DeliveryResult.Done();
        if (row.Cancelled && Step != NegotiationStep.RollBack)
            return Then(row, (_, _) => Task.CompletedTask);
        var peer = ResourceName.Parse<EnvironmentName>(row.Environment).Provider.Provider;
        if (coordinator.Peers.Find(peer) is not { } client)
            return new DeliveryResult.Again($"the testbed gives no API address of {peer}");
        try
        {
            return await CallAsync(client, row, cancellation);
        }
        catch (TransportException fault)
        {
            return NotAnswered(row, fault.Message);
        }
    }

    /// <summary>One try.</summary>
    /// <param name="client">The peer's API.</param>
    /// <param name="row">The negotiation.</param>
    /// <param name="cancellation">Gives up the try.</param>
    protected abstract Task<DeliveryResult> CallAsync(
        CoordinatorClient client, NegotiationRow row, CancellationToken cancellation);

    /// <summary>The peer gave no answer to go by, and may have done what it was asked.</summary>
    /// <param name="row">The negotiation.</param>
    /// <param name="reason">What happened instead; never a secret.</param>
    protected abstract DeliveryResult NotAnswered(NegotiationRow row, string reason);

    /// <summary>Takes what the step writes to for the transaction, before the customer's connection.</summary>
    protected virtual async Task TakeAsync(StoreTransaction transaction, NegotiationRow row)
    {
        if (row.Interconnect is not null)
            await InterconnectStore.TakeAsync(transaction, row.Name.Interconnect);
    }

    /// <summary>
    /// Writes what follows. Where the connection was deleted meanwhile it is taken back at the peer instead (DEL-07).
    /// </summary>
    protected DeliveryResult Then(NegotiationRow row, Func<StoreTransaction, NegotiationRow, Task> write) =>
        new DeliveryResult.Done(async transaction =>
        {
            await TakeAsync(transaction, row);
            await CustomerConnectionStore.TakeAsync(transaction, row.Uuid);
            if (await NegotiationStore.FindAsync(transaction, row.Uuid) is not { } now || now.Step != Step)
                return;
            if (now.Cancelled && Step != NegotiationStep.RollBack)
                await Negotiator.GoOnAsync(transaction, now, NegotiationStep.RollBack);
            else
                await write(transaction, now);
        });

    /// <summary>A try has failed: it is repeated later from <paramref name="step"/> on, or given up (CON-12).</summary>
    protected DeliveryResult Retry(NegotiationRow row, NegotiationStep step, string reason, string failure) =>
        Then(row, (transaction, now) => Negotiator.RetryAsync(transaction, now, step, reason, failure));
}
