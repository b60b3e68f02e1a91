namespace Harness.Simulator.Behaviours;

/// <summary>How a response is spoilt on the wire.</summary>
public enum Corruption
{
    /// <summary>Half of the announced length is sent, and then the connection is cut.</summary>
    Truncated,

    /// <summary>The body is no JSON, and no UTF-8 either.</summary>
    Garbled,

    /// <summary>The body is said to be HTML.</summary>
    Mistyped,

    /// <summary>The body never ends.</summary>
    Endless,

    /// <summary>The body comes an octet a second.</summary>
    Dripped,
}
