using Harness.Reference.Connections;
using Harness.Reference.Negotiations;

namespace Harness.Reference.Portal;

/// <summary>How far a customer's connection is, in a word and in a sentence.</summary>
/// <param name="Row">What the customer has created or accepted.</param>
/// <param name="Placements">Its connections, on whatever interconnects.</param>
/// <param name="Negotiation">What we negotiate about it; null for nothing.</param>
/// <param name="Verified">Whether customer traffic may flow.</param>
internal sealed record PortalStage(
    CustomerConnectionRow Row,
    IReadOnlyList<ConnectionRow> Placements,
    NegotiationRow? Negotiation,
    bool Verified)
{
    /// <summary>The word; see <see cref="PortalConnection"/>.</summary>
    public string State => Row.Failure is not null
        ? "FAILED"
        : Negotiation switch
        {
            { Step: NegotiationStep.ConfirmKey } => "ACCEPTED",
            { Purpose: NegotiationPurpose.Migration } => "PLACED",
            not null => "NEGOTIATING",
            null when Placements.Count > 0 => "PLACED",
            null => Row.ConfirmedAt is null ? "ISSUED" : "CONFIRMED",
        };

    /// <summary>The sentence.</summary>
    public string Progress => Row.Failure is not null
        ? "The connection could not be made."
        : Negotiation?.Step switch
        {
            _ when Negotiation?.Purpose == NegotiationPurpose.Migration =>
                "The connection moves to another interconnect.",
            NegotiationStep.ConfirmKey => "The activation key is being checked with the partner.",
            NegotiationStep.ChooseInterconnect => "An interconnect is being chosen.",
            NegotiationStep.ProposeConnection => "The partner is asked to place the connection.",
            NegotiationStep.AgreeFeatures => "The channels are being agreed with the partner.",
            NegotiationStep.AwaitPeer => "The partner is setting the connection up.",
            NegotiationStep.RollBack => "The connection cannot be made; what was reserved is being freed.",
            _ => Settled,
        };

    private string Settled => Placements switch
    {
        [] when Row.ConfirmedAt is null => "Bring the activation key to the partner.",
        [] => "The partner has confirmed the activation key and is choosing an interconnect.",
        _ when Verified => "The connection is in service.",
        [.., { Available: true }] => "Our side is ready; the partner's side is not verified yet.",
        _ => "The channels are being set up.",
    };
}
