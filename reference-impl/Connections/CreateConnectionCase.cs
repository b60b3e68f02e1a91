using Harness.Protocol.Names;
using Harness.Protocol.Resources;
using Harness.Reference.Interconnects;
using Harness.Reference.Portal;

namespace Harness.Reference.Connections;

/// <summary>A proposal to place a connection, and what stands in its way.</summary>
/// <param name="Name">Where it is to be placed.</param>
/// <param name="BandwidthMbps">Proposed bandwidth, in Mbps.</param>
/// <param name="KeyGiven">Whether the proposal carries an activation key at all.</param>
/// <param name="Key">That key; null where there is none or it cannot be read.</param>
/// <param name="Interconnect">The interconnect as it is now.</param>
/// <param name="Customer">What the customer created under that id; null for nothing.</param>
/// <param name="Placements">The connections of that id that are live, on whatever interconnects.</param>
public sealed record CreateConnectionCase(
    ConnectionName Name,
    int BandwidthMbps,
    bool KeyGiven,
    ActivationKey? Key,
    InterconnectRow Interconnect,
    CustomerConnectionRow? Customer,
    IReadOnlyList<ConnectionRow> Placements)
{
    /// <summary>
    /// Whether it is a migration: the id is live already (MIG-01). The intent was established when it was
    /// first placed, and its key is used up.
    /// </summary>
    public bool Migrates => Placements.Count > 0;
}
