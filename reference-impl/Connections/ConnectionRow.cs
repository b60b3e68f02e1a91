using Harness.Protocol.Resources;

namespace Harness.Reference.Connections;

/// <summary>A connection on an interconnect, as the store keeps it.</summary>
/// <remarks>A class with setters, because the rows of the store are read into it.</remarks>
public sealed class ConnectionRow
{
    public long Id { get; init; }

    public long InterconnectId { get; init; }

    /// <summary>Full name of the interconnect.</summary>
    public string Interconnect { get; init; } = "";

    /// <summary>The connection's id: the UUID that both providers share.</summary>
    public string Uuid { get; init; } = "";

    public int BandwidthMbps { get; init; }

    public VerificationState VerificationState { get; init; }

    /// <summary>Whether all features are available on our side (PRO-02).</summary>
    public bool Available { get; init; }

    /// <summary>Whether an agreed change is on its way to the network (UPD-08).</summary>
    public bool Changing { get; init; }

    /// <summary>Counts the changes of our own status that the peer is notified of.</summary>
    public int StatusVersion { get; init; }

    /// <summary>The newest of them that the peer has acknowledged (PRO-03).</summary>
    public int AckedVersion { get; init; }

    /// <summary>How often the peer has notified.</summary>
    public int PeerNotices { get; init; }

    /// <summary>The newest notification after which the connection was refreshed from the peer (PRO-04).</summary>
    public int RefreshedNotice { get; init; }

    /// <summary>Whether that refresh showed no feature still pending at the peer.</summary>
    public bool PeerAvailable { get; init; }

    /// <summary>Our own customer's last update; null where there was none.</summary>
    public UpdateState? UpdateState { get; init; }

    /// <summary>What that update asks for, in Mbps.</summary>
    public int? UpdateMbps { get; init; }

    /// <summary>Reserved by that update beyond <see cref="BandwidthMbps"/>, in Mbps.</summary>
    public int HeldMbps { get; init; }

    /// <summary>When it was placed here by the protocol's clock, in milliseconds since 1970 (CON-15).</summary>
    public long? CreatedAt { get; init; }

    /// <summary>When it was first VERIFIED, likewise; null before.</summary>
    public long? VerifiedAt { get; init; }

    /// <summary>Since when the peer says that it has no such connection, likewise; null where it has.</summary>
    public long? MissingSince { get; init; }

    /// <summary>Whether our own customer's update is under way (UPD-03).</summary>
    public bool Updating => UpdateState is Connections.UpdateState.Asking or Connections.UpdateState.Provisioning;
}
