namespace Harness.Protocol.Resources;

/// <summary>A path between a router of each provider, in practice a LAG.</summary>
/// <param name="Name">Identifier, <c>.../interconnects/{interconnect}/channels/{channel}</c>.</param>
/// <param name="MacsecManagerProvider">Output only. <c>providers/{provider}</c> that rotates keys (CHN-01).</param>
/// <param name="CrossConnectManagerProvider">Output only. <c>providers/{provider}</c> that owns the cross
/// connects (CHN-01).</param>
/// <param name="AggregateChannelSizeGbps">Output only. Size of the channel, in Gbps.</param>
/// <param name="ChannelMemberSizeGbps">Output only. Size of one member, in Gbps.</param>
/// <param name="ObfuscatedDeviceId">Output only. Tells apart the devices that host channels (IXC-04).</param>
/// <param name="Demarc">Where the cross connect ends, as the facility names it.</param>
/// <param name="AdminState">Output only. Whether the provider has disabled the channel on purpose.</param>
public sealed record Channel(
    string? Name = null,
    string? MacsecManagerProvider = null,
    string? CrossConnectManagerProvider = null,
    int? AggregateChannelSizeGbps = null,
    int? ChannelMemberSizeGbps = null,
    string? ObfuscatedDeviceId = null,
    string? Demarc = null,
    AdminState? AdminState = null);

/// <summary>Answer of ListChannels.</summary>
public sealed record ListChannelsResponse(IReadOnlyList<Channel>? Channels = null, string? NextPageToken = null);

/// <summary>A scheduled or running maintenance of a channel (MNT-01).</summary>
/// <param name="MaintenanceId">The provider's own id of the event.</param>
/// <param name="StartTime">When it starts or started.</param>
/// <param name="EndTime">When it ends.</param>
public sealed record MaintenanceEvent(
    string? MaintenanceId = null,
    DateTimeOffset? StartTime = null,
    DateTimeOffset? EndTime = null);

/// <summary>Answer of GetMaintenanceEvents.</summary>
public sealed record GetMaintenanceEventsResponse(IReadOnlyList<MaintenanceEvent>? Events = null);

/// <summary>Body of NotifyMaintenance: a push that the channel's events have changed (MNT-02, MNT-03).</summary>
/// <param name="Events">Deprecated: the receiver fetches the events instead.</param>
public sealed record NotifyMaintenanceRequest(IReadOnlyList<MaintenanceEvent>? Events = null);

/// <summary>Body of RequestMacSecKeyRotation (MAC-18).</summary>
/// <param name="Reason">Why the caller, who is not the manager, wants a rotation.</param>
public sealed record MacSecKeyRotationRequest(string? Reason = null);
