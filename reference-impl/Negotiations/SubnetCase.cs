using Harness.Reference.Features;
using Harness.Reference.Testbed;

namespace Harness.Reference.Negotiations;

/// <summary>A subnet to choose for a proposal.</summary>
/// <param name="Own">Our own pools.</param>
/// <param name="OwnLengths">Lengths that we allow, in bits.</param>
/// <param name="Peer">The pools of the peer's guidance; empty where it names none.</param>
/// <param name="PeerLengths">Lengths that it allows, in bits; null for any.</param>
/// <param name="Refused">Subnets that the peer has refused on the channel (FEA-12).</param>
/// <param name="InUse">
/// Subnets of the connection's other features, wherever they are: while a connection moves, a device may have features
/// of both sides in one routing table of the customer, where no two can have the same subnet.
/// </param>
public sealed record SubnetCase(
    IReadOnlyList<SubnetPool> Own,
    IReadOnlyList<int> OwnLengths,
    IReadOnlyList<PeerPool> Peer,
    IReadOnlyList<int>? PeerLengths,
    IReadOnlyList<IpSubnet> Refused,
    IReadOnlyList<IpSubnet> InUse);
