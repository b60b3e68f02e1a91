namespace Harness.Reference.Portal;

/// <summary>Body of an update at the portal.</summary>
/// <param name="BandwidthMbps">Desired bandwidth, in Mbps.</param>
public sealed record UpdatePortalConnection(int? BandwidthMbps = null);
