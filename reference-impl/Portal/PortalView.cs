using Harness.Protocol;
using Harness.Protocol.Names;
using Harness.Protocol.Resources;
using Harness.Reference.ActivationKeys;
using Harness.Reference.Connections;

namespace Harness.Reference.Portal;

/// <summary>Customers' connections as the portal shows them.</summary>
internal static class PortalView
{
    public static PortalConnection Of(CustomerConnectionRow row, IReadOnlyList<ConnectionRow> placements)
    {
        // In service is what is VERIFIED: while it migrates, the old one until it is deleted (MIG-03).
        var verified = placements.Any(placement => placement.VerificationState == VerificationState.Verified);
        var updated = placements.LastOrDefault(placement => placement.UpdateState is not null);
        return new PortalConnection(
            row.Uuid,
            ResourceName.Parse<EnvironmentName>(row.Environment).Environment,
            row.BandwidthMbps,
            row.AccountId,
            placements.Count > 0 ? "PLACED" : row.ConfirmedAt is null ? "ISSUED" : "CONFIRMED",
            verified ? "VERIFIED" : "UNVERIFIED",
            ActivationKeyCodec.Encode(IssuedKey.Of(row)),
            updated is null ? null : UpdateOf(updated));
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
