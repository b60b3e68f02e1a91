namespace Harness.Reference.Negotiations;

/// <summary>What a negotiation is for. It is stored.</summary>
public enum NegotiationPurpose
{
    /// <summary>Our customer has brought a key of the peer's.</summary>
    Acceptance,

    /// <summary>The peer has confirmed a key of ours, and leaves it to us to drive (DFR-01).</summary>
    TakeOver,

    /// <summary>A connection that is in service moves to another interconnect (MIG-02).</summary>
    Migration,
}
