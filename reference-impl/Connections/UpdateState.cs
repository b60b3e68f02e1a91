namespace Harness.Reference.Connections;

/// <summary>How far an update of our own customer is (UPD-03).</summary>
public enum UpdateState
{
    /// <summary>Recorded here, the peer is asked; the network is untouched (UPD-06).</summary>
    Asking,

    /// <summary>The peer has agreed and our network is being changed.</summary>
    Provisioning,

    /// <summary>Carried out.</summary>
    Done,

    /// <summary>The peer refused: the old bandwidth stands (UPD-07).</summary>
    Refused,
}
