namespace Harness.Reference.Negotiations;

/// <summary>
/// How far a negotiation that we drive is. Every step is stored in the transaction of what it follows from, and
/// each has one handler that carries it out, but for those that wait for others to go on.
/// </summary>
public enum NegotiationStep
{
    /// <summary>The peer is asked whether the key is valid (KEY-08).</summary>
    ConfirmKey,

    /// <summary>Environment and interconnects are refreshed from the peer, one is chosen (CON-10, CON-12).</summary>
    ChooseInterconnect,

    /// <summary>The connection is there locally and is proposed to the peer (CON-09).</summary>
    ProposeConnection,

    /// <summary>Features are agreed, each channel by itself (FEA-11 to FEA-15); its deliveries wait for nobody.
    /// </summary>
    AgreeFeatures,

    /// <summary>The peer drives, and has until the deadline to make the connection VERIFIED (DFR-03).</summary>
    AwaitPeer,

    /// <summary>The new side of a migration is set up; the old one is untouched until then (MIG-04).</summary>
    AwaitVerification,

    /// <summary>The new side is VERIFIED: the old one is drained, and then deleted on both sides (MIG-04).</summary>
    LeaveOld,

    /// <summary>It came to nothing: what the peer may have of it is deleted there (CON-16, FEA-15).</summary>
    RollBack,
}
