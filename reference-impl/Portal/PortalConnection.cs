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
/// connection is on an interconnect. One that was accepted here is <c>ACCEPTED</c> until the peer has confirmed
/// the key, <c>NEGOTIATING</c> until it is <c>PLACED</c>, or <c>FAILED</c>.</param>
/// <param name="VerificationState"><c>VERIFIED</c> where customer traffic may flow, or <c>UNVERIFIED</c>.</param>
/// <param name="Progress">How far it is, in plain words.</param>
/// <param name="ActivationKey">The key for the customer to carry, base64; absent where the peer has issued it. A secret
/// (SEC-05).</param>
/// <param name="Update">The customer's last update; absent where there was none.</param>
/// <param name="Failure">Why it could not be made, in plain words; what was reserved is free again on both sides
/// then (CON-16). Absent otherwise.</param>
public sealed record PortalConnection(
    string ConnectionId,
    string Environment,
    int BandwidthMbps,
    string AccountId,
    string State,
    string VerificationState,
    string Progress,
    string? ActivationKey,
    PortalUpdate? Update,
    string? Failure)
{
    /// <summary>Leaves out the key (SEC-05).</summary>
    public override string ToString() => $"PortalConnection {{ {ConnectionId}, {State}, {VerificationState} }}";
}
