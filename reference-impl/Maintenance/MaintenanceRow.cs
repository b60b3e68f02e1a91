using Harness.Protocol.Resources;

namespace Harness.Reference.Maintenance;

/// <summary>A maintenance event of ours or of a peer.</summary>
/// <remarks>A class with setters, because the rows of the store are read into it.</remarks>
public sealed class MaintenanceRow
{
    public string MaintenanceId { get; init; } = "";

    /// <summary>Full name of the channel, as we name it.</summary>
    public string Channel { get; init; } = "";

    /// <summary>In milliseconds since 1970.</summary>
    public long StartTime { get; init; }

    /// <summary>In milliseconds since 1970.</summary>
    public long EndTime { get; init; }

    /// <summary>Whether it could not be planned (MNT-05); not known of a peer's.</summary>
    public bool Emergency { get; init; }

    public MaintenanceWindow Window => new(
        DateTimeOffset.FromUnixTimeMilliseconds(StartTime), DateTimeOffset.FromUnixTimeMilliseconds(EndTime));

    /// <summary>The event as it is answered.</summary>
    public MaintenanceEvent ToEvent() => new(MaintenanceId, Window.Start, Window.End);
}
