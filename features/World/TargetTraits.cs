using System.Collections.Concurrent;
using Harness.Protocol.Names;

namespace Harness.Features.World;

/// <summary>How a target writes subnets, which the protocol leaves open.</summary>
public enum SubnetNotation
{
    /// <summary>The masked address alone, its length beside it.</summary>
    Address,

    /// <summary>The masked address with its length behind a slash.</summary>
    Cidr,
}

/// <summary>Whether the target's clock moves when nobody advances it.</summary>
public enum ClockMotion
{
    Unknown,
    Stands,
    Runs,
}

/// <summary>What has been learned of the target during the run; shared by all scenarios.</summary>
public sealed class TargetTraits
{
    private readonly ConcurrentDictionary<InterconnectName, DateTimeOffset> keyChanges = new();
    private volatile SubnetNotationBox? notation;
    private volatile ClockMotion motion;
    private volatile bool migratesBare;

    /// <summary>The notation that the target was seen to accept; null until then.</summary>
    public SubnetNotation? Notation
    {
        get => notation?.Value;
        set => notation = value is { } known ? new SubnetNotationBox(known) : null;
    }

    /// <summary>Whether the target's clock moves by itself, as far as it was looked for.</summary>
    public ClockMotion Motion
    {
        get => motion;
        set => motion = value;
    }

    /// <summary>Whether a migration's CreateConnection is sent with the key, which the source leaves open.</summary>
    public bool MigrationCarriesKey
    {
        get => !migratesBare;
        set => migratesBare = !value;
    }

    /// <summary>
    /// When the scenarios last changed a key of an interconnect, by the target's clock; null where they have not.
    /// </summary>
    public DateTimeOffset? LastKeyChange(InterconnectName interconnect) =>
        keyChanges.TryGetValue(interconnect, out var time) ? time : null;

    /// <summary>Remembers that a key of an interconnect has just been changed.</summary>
    public void KeysChanged(InterconnectName interconnect, DateTimeOffset now) => keyChanges[interconnect] = now;

    private sealed record SubnetNotationBox(SubnetNotation Value);
}
