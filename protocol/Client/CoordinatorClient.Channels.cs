using Harness.Protocol.Json;
using Harness.Protocol.Names;
using Harness.Protocol.Operations;
using Harness.Protocol.Resources;

namespace Harness.Protocol.Client;

// Channels, their maintenance and MACsec keys.
public sealed partial class CoordinatorClient
{
    /// <summary>The channels of an interconnect.</summary>
    public Task<ApiResult<ListChannelsResponse>> ListChannelsAsync(
        InterconnectName interconnect,
        int? pageSize = null,
        string? pageToken = null,
        CancellationToken cancellation = default) =>
        CallAsync(
            PublishedOperations.ListChannels,
            PathOf(interconnect, "channels") + PageQuery(pageSize, pageToken),
            ProtocolJson.Default.ListChannelsResponse,
            null,
            cancellation);

    /// <summary>A channel (CHN-01).</summary>
    public Task<ApiResult<Channel>> GetChannelAsync(ChannelName channel, CancellationToken cancellation = default) =>
        CallAsync(
            PublishedOperations.GetChannel,
            PathOf(channel),
            ProtocolJson.Default.Channel,
            null,
            cancellation);

    /// <summary>Tells that the caller's maintenance events of a channel have changed (MNT-02).</summary>
    public Task<ApiResult<Empty>> NotifyMaintenanceAsync(
        ChannelName channel,
        NotifyMaintenanceRequest body,
        CancellationToken cancellation = default) =>
        CallAsync(
            PublishedOperations.NotifyMaintenance,
            PathOf(channel, "NotifyMaintenance"),
            ProtocolJson.Default.Empty,
            RequestBody.Of(body, ProtocolJson.Default.NotifyMaintenanceRequest),
            cancellation);

    /// <summary>Asks the manager of a channel's keys to rotate (MAC-18).</summary>
    public Task<ApiResult<Empty>> RequestMacSecKeyRotationAsync(
        ChannelName channel,
        MacSecKeyRotationRequest body,
        CancellationToken cancellation = default) =>
        CallAsync(
            PublishedOperations.RequestMacSecKeyRotation,
            PathOf(channel, "RequestMacSecKeyRotation"),
            ProtocolJson.Default.Empty,
            RequestBody.Of(body, ProtocolJson.Default.MacSecKeyRotationRequest),
            cancellation);

    /// <summary>The server's scheduled and running maintenance of a channel (MNT-01).</summary>
    public Task<ApiResult<GetMaintenanceEventsResponse>> GetMaintenanceEventsAsync(
        ChannelName channel,
        CancellationToken cancellation = default) =>
        CallAsync(
            PublishedOperations.GetMaintenanceEvents,
            PathOf(channel, "maintenanceEvents"),
            ProtocolJson.Default.GetMaintenanceEventsResponse,
            null,
            cancellation);

    /// <summary>The keys of a channel; not paged.</summary>
    public Task<ApiResult<ListMacSecKeysResponse>> ListMacSecKeysAsync(
        ChannelName channel,
        CancellationToken cancellation = default) =>
        CallAsync(
            PublishedOperations.ListMacSecKeys,
            PathOf(channel, "macSecKeys"),
            ProtocolJson.Default.ListMacSecKeysResponse,
            null,
            cancellation);

    /// <summary>Gives the server a new key (MAC-01).</summary>
    public Task<ApiResult<MacSecKey>> CreateMacSecKeyAsync(
        MacSecKeyName key,
        MacSecKey body,
        CancellationToken cancellation = default) =>
        CallAsync(
            PublishedOperations.CreateMacSecKey,
            PathOf(key.Channel, "macSecKeys") + Query(("macSecKeyId", key.Id)),
            ProtocolJson.Default.MacSecKey,
            RequestBody.Of(body, ProtocolJson.Default.MacSecKey),
            cancellation);

    /// <summary>A key.</summary>
    public Task<ApiResult<MacSecKey>> GetMacSecKeyAsync(
        MacSecKeyName key,
        CancellationToken cancellation = default) =>
        CallAsync(
            PublishedOperations.GetMacSecKey,
            PathOf(key),
            ProtocolJson.Default.MacSecKey,
            null,
            cancellation);

    /// <summary>Removes an inactive key (MAC-07, MAC-09).</summary>
    public Task<ApiResult<Empty>> DeleteMacSecKeyAsync(MacSecKeyName key, CancellationToken cancellation = default) =>
        CallAsync(
            PublishedOperations.DeleteMacSecKey,
            PathOf(key),
            ProtocolJson.Default.Empty,
            null,
            cancellation);
}
