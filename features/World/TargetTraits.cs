using System.Collections.Concurrent;
using Harness.Protocol.Names;
using Harness.Protocol.Resources;

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
    private readonly ConcurrentDictionary<InterconnectName, IReadOnlyDictionary<string, L3BaseGuidance>> guidance =
        new();
    private volatile Box<SubnetNotation>? notation;
    private volatile ClockMotion motion;
    private volatile bool migratesBare;
    private volatile Box<bool>? keysNameCreator;

    /// <summary>The notation that the target was seen to accept; null until then.</summary>
    public SubnetNotation? Notation
    {
        get => notation?.Value;
        set => notation = value is { } known ? new Box<SubnetNotation>(known) : null;
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

    /// <summary>
    /// Whether the target's own keys name the creating provider in destinationEnvironmentUri; null until one was seen.
    /// </summary>
    public bool? KeysNameCreator
    {
        get => keysNameCreator?.Value;
        set => keysNameCreator = value is { } known ? new Box<bool>(known) : null;
    }

    /// <summary>What the target guides proposers to on an interconnect, by channel; null until it was asked.</summary>
    public IReadOnlyDictionary<string, L3BaseGuidance>? GuidanceOf(InterconnectName interconnect) =>
        guidance.GetValueOrDefault(interconnect);

    /// <summary>Keeps what the target guides to.</summary>
    public IReadOnlyDictionary<string, L3BaseGuidance> KeepGuidance(
        InterconnectName interconnect, IReadOnlyList<FeatureGuidance> channels) =>
        guidance[interconnect] = channels
            .DistinctBy(channel => channel.Channel)
            .ToDictionary(
                channel => (channel.Channel ?? "").Split('/')[^1],
                channel => channel.L3BaseGuidance ?? new L3BaseGuidance());

    private sealed record Box<T>(T Value);
}
