namespace Harness.Features.Races.Rig;

/// <summary>Over what the requests of a burst reach the target.</summary>
public enum Release
{
    /// <summary>
    /// All over one warm connection, where the target speaks HTTP/2: the tightest, but one connection may reach one
    /// replica only.
    /// </summary>
    OneConnection,

    /// <summary>Each over a warm connection of its own.</summary>
    SeparateConnections,
}
