using Harness.Reference.Interconnects;

namespace Harness.Reference.Negotiations;

/// <summary>A connection that does not fit where it is.</summary>
/// <param name="BandwidthMbps">What it is to have, in Mbps.</param>
/// <param name="Current">Full name of its interconnect.</param>
/// <param name="Interconnects">The environment's interconnects as they are now.</param>
public sealed record MigrationCase(int BandwidthMbps, string Current, IReadOnlyList<InterconnectRow> Interconnects);
