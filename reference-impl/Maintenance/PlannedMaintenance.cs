using Harness.Protocol.Names;

namespace Harness.Reference.Maintenance;

/// <summary>Maintenance that stands already, of either provider.</summary>
/// <param name="Channel">The channel that it is for.</param>
/// <param name="Device">Our device that hosts the channel.</param>
/// <param name="Window">When.</param>
public sealed record PlannedMaintenance(ChannelName Channel, string Device, MaintenanceWindow Window);
