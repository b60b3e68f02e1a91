using Harness.Reference.Interconnects;

namespace Harness.Reference.Connections;

/// <summary>A change of bandwidth, and what stands in its way.</summary>
/// <param name="BandwidthMbps">Proposed bandwidth, in Mbps.</param>
/// <param name="Connection">The connection as it is now.</param>
/// <param name="Interconnect">Its interconnect as it is now.</param>
public sealed record UpdateConnectionCase(int BandwidthMbps, ConnectionRow Connection, InterconnectRow Interconnect);
