namespace Harness.Lab.Pictures;

/// <summary>What a channel is to the traffic of a connection.</summary>
public enum ChannelState
{
    /// <summary>There is no feature on it.</summary>
    Absent,

    /// <summary>Its sessions stand and traffic uses it.</summary>
    Carrying,

    /// <summary>Its sessions stand, and every other channel is preferred.</summary>
    Drained,

    /// <summary>Its keys are being changed, with traffic on it.</summary>
    Rotating,

    /// <summary>It is under maintenance.</summary>
    Maintenance,

    /// <summary>It is broken.</summary>
    Down,
}
