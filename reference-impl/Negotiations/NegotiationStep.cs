namespace Harness.Reference.Negotiations;

/// <summary>
/// How far a negotiation that we drive is. Every step is stored in the transaction of what it follows from, and
/// each but <see cref="AgreeFeatures"/>, whose channels go on side by side, has one handler that carries it out.
/// </summary>
public enum NegotiationStep
{
    /// <summary>The peer is asked whether the key is valid (KEY-08).</summary>
    ConfirmKey,

    /// <summary>Environment and interconnects are refreshed from the peer, one is chosen (CON-10, CON-12).</summary>
    ChooseInterconnect,

    /// <summary>The connection is there locally and is proposed to the peer (CON-09).</summary>
    ProposeConnection,

    /// <summary>Features are agreed, each channel by itself (FEA-11 to FEA-15).</summary>
    AgreeFeatures,

    /// <summary>It came to nothing: what the peer may have of it is deleted there (CON-16, FEA-15).</summary>
    RollBack,
}
