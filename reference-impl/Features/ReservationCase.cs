namespace Harness.Reference.Features;

/// <summary>What a proposal would reserve, and what of it is taken.</summary>
/// <param name="IdInUse">The connection has a feature of that id.</param>
/// <param name="ChannelInUse">The connection has a feature on that channel.</param>
/// <param name="VlanTaken">Another feature of the channel has that VLAN.</param>
/// <param name="Ipv4Taken">Another feature of the channel has an overlapping IPv4 subnet.</param>
/// <param name="Ipv6Taken">Another feature of the channel has an overlapping IPv6 subnet.</param>
public sealed record ReservationCase(
    bool IdInUse, bool ChannelInUse, bool VlanTaken, bool Ipv4Taken, bool Ipv6Taken);
