using Harness.Protocol.Resources;

namespace Harness.Reference.Features;

/// <summary>A feature, as the store keeps it.</summary>
/// <remarks>A class with setters, because the rows of the store are read into it.</remarks>
public sealed class FeatureRow
{
    public long Id { get; init; }

    public long ConnectionId { get; init; }

    public string FeatureId { get; init; } = "";

    /// <summary>Full name of the channel.</summary>
    public string Channel { get; init; } = "";

    public int VlanId { get; init; }

    /// <summary>First address of the IPv4 subnet, as a number.</summary>
    public long Ipv4Start { get; init; }

    /// <summary>Last address of the IPv4 subnet, as a number.</summary>
    public long Ipv4End { get; init; }

    /// <summary>First address of the IPv6 subnet in 32 hex digits; null where there is none.</summary>
    public string? Ipv6Start { get; init; }

    /// <summary>Last address of the IPv6 subnet in 32 hex digits; null where there is none.</summary>
    public string? Ipv6End { get; init; }

    /// <summary>The configuration exactly as it was proposed, in JSON (FEA-01). Holds a secret (SEC-05).</summary>
    public string Config { get; init; } = "";

    public ProvisioningState ProvisioningState { get; init; }

    /// <summary>
    /// Whether both providers have it; before that it is our own proposal, whose parameters are reserved (FEA-12).
    /// </summary>
    public bool Agreed { get; init; } = true;

    /// <summary>How often the network was asked for it; 0 before provisioning has begun (FEA-14).</summary>
    public int Activation { get; init; }
}
