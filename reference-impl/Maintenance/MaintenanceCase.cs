using Harness.Protocol.Names;

namespace Harness.Reference.Maintenance;

/// <summary>A new or changed maintenance to decide on.</summary>
/// <param name="Channel">The channel that it is for.</param>
/// <param name="Device">Our device that hosts the channel.</param>
/// <param name="Window">When.</param>
/// <param name="Planned">What stands on all interconnects that the device's channels belong to (MNT-06).</param>
public sealed record MaintenanceCase(
    ChannelName Channel,
    string Device,
    MaintenanceWindow Window,
    IReadOnlyList<PlannedMaintenance> Planned);
