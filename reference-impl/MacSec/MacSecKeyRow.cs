namespace Harness.Reference.MacSec;

/// <summary>What the store keeps about a key, but for its CAK.</summary>
/// <remarks>A class with setters, because the rows of the store are read into it.</remarks>
public sealed class MacSecKeyRow
{
    public long Id { get; init; }

    /// <summary>Full name of the channel.</summary>
    public string Channel { get; init; } = "";

    public string KeyId { get; init; } = "";

    public string Ckn { get; init; } = "";

    /// <summary>When the key was accepted, in milliseconds since 1970 (MAC-01).</summary>
    public long StartTime { get; init; }

    /// <summary>Whether the router uses the key (MAC-06, MAC-13).</summary>
    public bool Active { get; init; }

    /// <summary>When the router was first seen to use the key; null before that.</summary>
    public long? ActivatedAt { get; init; }

    /// <summary>Whether it takes the place of a key that was in use (MAC-12).</summary>
    public bool IsRotation { get; init; }

    /// <summary>Whether the router has not used the key yet.</summary>
    public bool IsPending => ActivatedAt is null;
}
