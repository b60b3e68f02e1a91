namespace Harness.Reference.Portal;

/// <summary>
/// A customer's connection as the portal shows it: one entry for each UUID, whatever interconnects it is on
/// (MIG-08).
/// </summary>
/// <param name="ConnectionId">The UUID that both providers share.</param>
/// <param name="Environment">Id of the environment.</param>
/// <param name="BandwidthMbps">Bandwidth, in Mbps.</param>
/// <param name="AccountId">The customer's account here.</param>
/// <param name="State"><c>ISSUED</c> until the key is confirmed, then <c>CONFIRMED</c>, and <c>PLACED</c> once the
/// connection is on an interconnect.</param>
/// <param name="VerificationState"><c>VERIFIED</c> where customer traffic may flow, or <c>UNVERIFIED</c>.</param>
/// <param name="ActivationKey">The key for the customer to carry, base64. A secret (SEC-05).</param>
/// <param name="Update">The customer's last update; absent where there was none.</param>
public sealed record PortalConnection(
    string ConnectionId,
    string Environment,
    int BandwidthMbps,
    string AccountId,
    string State,
    string VerificationState,
    string ActivationKey,
    PortalUpdate? Update)
{
    /// <summary>Leaves out the key (SEC-05).</summary>
    public override string ToString() => $"PortalConnection {{ {ConnectionId}, {State}, {VerificationState} }}";
}
