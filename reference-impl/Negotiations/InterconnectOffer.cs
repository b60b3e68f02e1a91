using Harness.Protocol.Names;
using Harness.Protocol.Resources;

namespace Harness.Reference.Negotiations;

/// <summary>An interconnect that a connection could be placed on, as both providers see it now.</summary>
/// <param name="Name">The interconnect.</param>
/// <param name="OwnState">Its state here.</param>
/// <param name="PeerState">Its state at the peer.</param>
/// <param name="OwnFreeMbps">What is left of it here, in Mbps.</param>
/// <param name="PeerFreeMbps">What is left by the peer's bound, in Mbps.</param>
/// <param name="SizeSupported">Whether both support the connection's size.</param>
/// <param name="Refused">Whether the peer has refused it in this round.</param>
public sealed record InterconnectOffer(
    InterconnectName Name,
    InterconnectState OwnState,
    InterconnectState PeerState,
    int OwnFreeMbps,
    int PeerFreeMbps,
    bool SizeSupported,
    bool Refused)
{
    /// <summary>What both have left, in Mbps.</summary>
    public int AvailableMbps => Math.Min(OwnFreeMbps, PeerFreeMbps);
}
