using Harness.Protocol.Names;
using Harness.Reference.Errors;
using Harness.Reference.Store;

namespace Harness.Reference.Negotiations;

/// <summary>Drives a connection that the peer has placed here and left to us (DFR-01).</summary>
internal sealed class TakeOver(Coordinator coordinator)
{
    private readonly Negotiator negotiator = new(coordinator);
    private readonly FeatureProposals proposals = new(coordinator);

    /// <summary>A connection that we negotiate already, such as for a migration of ours, is not taken over as well.
    /// </summary>
    public static async Task<Refusal?> RefusalAsync(StoreTransaction transaction, ConnectionName name) =>
        await NegotiationStore.FindAsync(transaction, name.Connection) is null
            ? null
            : new Refusal(
                ErrorCode.AlreadyExists,
                "DFR-01",
                $"expected a connection at rest, found {name.Connection} in negotiation; try again later");

    /// <summary>
    /// Begins with guidance from the peer, whose own side is there already (DFR-02). Works in the transaction that has
    /// placed the connection.
    /// </summary>
    public async Task BeginAsync(StoreTransaction transaction, ConnectionName name, int mbps)
    {
        await NegotiationStore.AddAsync(
            transaction,
            new NegotiationRow
            {
                Uuid = name.Connection,
                Purpose = NegotiationPurpose.TakeOver,
                Step = NegotiationStep.AgreeFeatures,
                Environment = name.Interconnect.Environment.ToString(),
                BandwidthMbps = mbps,
                Interconnect = name.Interconnect.ToString(),
                RetryUntil = negotiator.RetryUntil,
            });
        await proposals.OpenAsync(transaction, name);
    }
}
