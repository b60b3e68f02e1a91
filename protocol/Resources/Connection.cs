namespace Harness.Protocol.Resources;

/// <summary>A customer's connection, placed on one interconnect.</summary>
/// <param name="Name">Identifier, <c>.../interconnects/{interconnect}/connections/{connection}</c>, where
/// the last segment is the UUID that both providers share (CON-01).</param>
/// <param name="ActivationKey">The encoded key that established the customer's intent. A secret (SEC-05).</param>
/// <param name="BandwidthMbps">What was sold to the customer, in Mbps.</param>
/// <param name="AdminState">Output only.</param>
/// <param name="VerificationState">Output only. See PRO-03.</param>
/// <param name="DeferProvisioning">In CreateConnection: the receiver is asked to drive (DFR-01).</param>
public sealed record Connection(
    string? Name = null,
    string? ActivationKey = null,
    int? BandwidthMbps = null,
    AdminState? AdminState = null,
    VerificationState? VerificationState = null,
    bool? DeferProvisioning = null)
{
    /// <summary>Leaves out the activation key (SEC-05).</summary>
    public override string ToString() => $"Connection {{ {Name}, {BandwidthMbps} Mbps, {VerificationState} }}";
}

/// <summary>Answer of ListConnections.</summary>
public sealed record ListConnectionsResponse(
    IReadOnlyList<Connection>? Connections = null,
    string? NextPageToken = null);

/// <summary>Body of NotifyConnectionStatus; it carries nothing, the receiver refreshes (PRO-04).</summary>
public sealed record NotifyConnectionStatusRequest;

/// <summary>The empty object that deletes and notifications are answered with (DEL-01).</summary>
public sealed record Empty;
