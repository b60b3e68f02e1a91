using Harness.Protocol.Client;
using Harness.Protocol.Resources;
using Harness.Reference.Outbox;

namespace Harness.Reference.Negotiations;

/// <summary>Has the peer delete what it may have of a negotiation that came to nothing (CON-16, FEA-15).</summary>
internal sealed class RollBackDelivery(Coordinator coordinator) : NegotiationDelivery(coordinator)
{
    public override NegotiationStep Step => NegotiationStep.RollBack;

    protected override async Task<DeliveryResult> CallAsync(
        CoordinatorClient client, NegotiationRow row, CancellationToken cancellation)
    {
        var answer = await client.DeleteConnectionAsync(Coordinator.Peers.Self.Of(row.Name), cancellation);
        return answer is ApiResult<Empty>.Refusal { Status: not StatusCodes.Status404NotFound and var status }
            ? NotAnswered(row, $"the peer answered {status}")
            : Then(row, Negotiator.FinishAsync);
    }

    // As every deletion it is repeated until it is acknowledged (DEL-05).
    protected override DeliveryResult NotAnswered(NegotiationRow row, string reason) =>
        new DeliveryResult.Again(reason);
}
