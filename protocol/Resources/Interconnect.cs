namespace Harness.Protocol.Resources;

/// <summary>A redundancy group of channels on which connections are placed.</summary>
/// <param name="Name">Identifier, <c>.../environments/{environment}/interconnects/{interconnect}</c>.</param>
/// <param name="SupportedConnectionSizeMbps">Output only. At least the environment's sizes, in Mbps.</param>
/// <param name="SupportedFeatures">Output only. At least the environment's features.</param>
/// <param name="State">Output only. Whether new connections are taken (IXC-01).</param>
/// <param name="MaxBandwidthMbps">Output only. Bound of the sum of all connections, in Mbps (IXC-02).</param>
public sealed record Interconnect(
    string? Name = null,
    IReadOnlyList<int>? SupportedConnectionSizeMbps = null,
    IReadOnlyList<FeatureType>? SupportedFeatures = null,
    InterconnectState? State = null,
    int? MaxBandwidthMbps = null);

/// <summary>Answer of ListInterconnects.</summary>
public sealed record ListInterconnectsResponse(
    IReadOnlyList<Interconnect>? Interconnects = null,
    string? NextPageToken = null);
