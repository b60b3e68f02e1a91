using Harness.Protocol;
using Harness.Protocol.Names;
using Harness.Protocol.Resources;
using Harness.Reference.ActivationKeys;
using Harness.Reference.Connections;
using Harness.Reference.Negotiations;
using Harness.Reference.Store;

namespace Harness.Reference.Portal;

/// <summary>Customers' connections as the portal shows them.</summary>
internal static class PortalView
{
    /// <summary>A customer's connection with all that is known about it now.</summary>
    public static async Task<PortalConnection> ReadAsync(StoreTransaction transaction, CustomerConnectionRow row) =>
        Of(
            row,
            await ConnectionStore.PlacementsAsync(transaction, row.Uuid),
            await NegotiationStore.FindAsync(transaction, row.Uuid));

    public static PortalConnection Of(
        CustomerConnectionRow row, IReadOnlyList<ConnectionRow> placements, NegotiationRow? negotiation)
    {
        // In service is what is VERIFIED: while it migrates, the old one until it is deleted (MIG-03).
        var verified = placements.Any(placement => placement.VerificationState == VerificationState.Verified);
        var updated = placements.LastOrDefault(placement => placement.UpdateState is not null);
        var stage = new PortalStage(row, placements, negotiation, verified);
        return new PortalConnection(
            row.Uuid,
            ResourceName.Parse<EnvironmentName>(row.Environment).Environment,
            row.BandwidthMbps,
            row.AccountId,
            stage.State,
            verified ? "VERIFIED" : "UNVERIFIED",
            stage.Progress,
            row.AcceptedKey is null ? ActivationKeyCodec.Encode(IssuedKey.Of(row)) : null,
            updated is null ? null : UpdateOf(updated),
            row.Failure);
    }

    private static PortalUpdate UpdateOf(ConnectionRow row) => new(
        row.UpdateState switch
        {
            UpdateState.Done => "DONE",
            UpdateState.Refused => "REFUSED",
            _ => "IN_PROGRESS",
        },
        row.UpdateMbps ?? row.BandwidthMbps);
}
