using Harness.Protocol.Client;
using Harness.Protocol.Names;
using Harness.Protocol.Resources;
using Harness.Reference.Outbox;
using Harness.Reference.Peers;
using Harness.Reference.Portal;

namespace Harness.Reference.Negotiations;

/// <summary>Asks the peer whether it holds the customer's key for valid (KEY-08, KEY-13, KEY-14).</summary>
internal sealed class ConfirmKeyDelivery(Coordinator coordinator) : NegotiationDelivery(coordinator)
{
    public override NegotiationStep Step => NegotiationStep.ConfirmKey;

    protected override async Task<DeliveryResult> CallAsync(
        CoordinatorClient client, NegotiationRow row, CancellationToken cancellation)
    {
        var customer = await Coordinator.Store.ReadAsync(
            transaction => CustomerConnectionStore.FindAsync(transaction, row.Uuid), cancellation);
        var there = Coordinator.Peers.Self.Of(ResourceName.Parse<EnvironmentName>(row.Environment));
        var answer = await client.ConfirmActivationKeyAsync(
            there, new ConfirmActivationKeyRequest(EncodedKey: customer?.AcceptedKey), cancellation);
        if (answer is ApiResult<ConfirmActivationKeyResponse>.Refusal { Status: var status }
            && !PeerAnswer.IsDefinite(status))
            return NotAnswered(row, $"the peer answered {status}");
        return Coordinator.Rules.Decide(NegotiationRules.GoesOnWithKey, answer.ValueOrDefault?.KeyValid)
            ? Then(row, async (transaction, now) =>
            {
                await CustomerConnectionStore.ConfirmAsync(
                    transaction, customer!.Id, Coordinator.Clock.GetUtcNow().ToUnixTimeMilliseconds());
                await Negotiator.GoOnAsync(transaction, Negotiator.Anew(now), NegotiationStep.ChooseInterconnect);
            })
            : Then(row, (transaction, now) =>
                Negotiator.GiveUpAsync(transaction, now, NegotiationFailures.KeyNotValid));
    }

    protected override DeliveryResult NotAnswered(NegotiationRow row, string reason) =>
        Retry(row, Step, reason, NegotiationFailures.NoAnswer);
}
