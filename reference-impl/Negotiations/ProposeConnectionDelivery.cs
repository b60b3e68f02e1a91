using Harness.Protocol;
using Harness.Protocol.Client;
using Harness.Protocol.Names;
using Harness.Protocol.Resources;
using Harness.Reference.ActivationKeys;
using Harness.Reference.Connections;
using Harness.Reference.Outbox;
using Harness.Reference.Peers;
using Harness.Reference.Portal;
using Harness.Reference.Store;
using Harness.Reference.Testbed;

namespace Harness.Reference.Negotiations;

/// <summary>Proposes the connection that is there locally to the peer (CON-09, CON-11, CON-12).</summary>
internal sealed class ProposeConnectionDelivery(Coordinator coordinator) : NegotiationDelivery(coordinator)
{
    private readonly FeatureProposals proposals = new(coordinator);

    public override NegotiationStep Step => NegotiationStep.ProposeConnection;

    protected override async Task<DeliveryResult> CallAsync(
        CoordinatorClient client, NegotiationRow row, CancellationToken cancellation)
    {
        var there = Coordinator.Peers.Self.Of(row.Name);
        var answer = await client.CreateConnectionAsync(
            there, await ProposalAsync(there, row, cancellation), cancellation);
        return answer switch
        {
            ApiResult<Connection>.Refusal { Status: StatusCodes.Status409Conflict } =>
                await AfterConflictAsync(client, there, row, cancellation),
            ApiResult<Connection>.Refusal { Status: var status } when PeerAnswer.IsDefinite(status) =>
                Refused(row, status),
            ApiResult<Connection>.Refusal { Status: var status } => NotAnswered(row, $"the peer answered {status}"),
            _ => Agreed(row),
        };
    }

    protected override DeliveryResult NotAnswered(NegotiationRow row, string reason) =>
        Retry(row, NegotiationStep.ChooseInterconnect, reason, NegotiationFailures.NoAnswer);

    private Task<Connection> ProposalAsync(
        ConnectionName there, NegotiationRow row, CancellationToken cancellation) =>
        Coordinator.Store.ReadAsync(
            async transaction =>
            {
                var customer = await CustomerConnectionStore.FindAsync(transaction, row.Uuid)
                    ?? throw new StoreException($"expected the customer's connection {row.Uuid}, found none");
                return new Connection(
                    there.ToString(),
                    customer.AcceptedKey ?? ActivationKeyCodec.Encode(IssuedKey.Of(customer)),
                    row.BandwidthMbps,
                    DeferProvisioning: Defers(row) ? true : null);
            },
            cancellation);

    // An earlier try may have arrived without its answer coming back: what is there is ours then.
    private async Task<DeliveryResult> AfterConflictAsync(
        CoordinatorClient client, ConnectionName there, NegotiationRow row, CancellationToken cancellation) =>
        await client.GetConnectionAsync(there, cancellation) switch
        {
            ApiResult<Connection>.Refusal { Status: var status } when PeerAnswer.IsDefinite(status) =>
                Refused(row, StatusCodes.Status409Conflict),
            ApiResult<Connection>.Refusal { Status: var status } => NotAnswered(row, $"the peer answered {status}"),
            _ => Agreed(row),
        };

    private DeliveryResult Refused(NegotiationRow row, int status) => Then(row, async (transaction, now) =>
    {
        await Negotiator.RemoveLocallyAsync(transaction, now.Name);
        var before = RefusedInterconnects.Parse(now.Refusals);
        var (id, next) = (now.Name.Interconnect.Id, NegotiationStep.ChooseInterconnect);
        var free = now with { Interconnect = null, Refusals = $"{before.With(id, status)}" };
        // Another one is chosen at once; whoever comes back to the same has to wait, or would never stop asking.
        if (before.Statuses.ContainsKey(id))
            await Negotiator.RetryAsync(
                transaction, free, next, $"the peer answered {status} again", NegotiationFailures.NoInterconnect);
        else
            await Negotiator.GoOnAsync(transaction, free, next);
    });

    private DeliveryResult Agreed(NegotiationRow row) => Then(row, async (transaction, now) =>
    {
        if (!Defers(now))
        {
            await Negotiator.AwaitAsync(transaction, Negotiator.Anew(now), NegotiationStep.AgreeFeatures);
            await proposals.OpenAsync(transaction, now.Name);
            return;
        }

        await Negotiator.AwaitAsync(
            transaction, now with { DeadlineAt = Coordinator.Now + Timeout(now) }, NegotiationStep.AwaitPeer);
        // The peer may have been quicker with all the rest than with its answer.
        if (await ConnectionStore.FindAsync(transaction, now.Name) is { VerificationState: VerificationState.Verified })
            await Negotiator.VerifiedAsync(transaction, now.Name);
    });

    private bool Defers(NegotiationRow row) =>
        EnvironmentOf(row) is { } environment && Coordinator.Rules.Decide(NegotiationRules.Defers, environment);

    private long Timeout(NegotiationRow row) => (long)TimeSpan.FromHours(
        EnvironmentOf(row)?.DeferralTimeoutHours ?? NegotiationOptions.UsualDeferralHours).TotalMilliseconds;

    private TestbedEnvironment? EnvironmentOf(NegotiationRow row) =>
        Coordinator.Testbed.Find(ResourceName.Parse<EnvironmentName>(row.Environment));
}
