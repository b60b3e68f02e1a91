using Harness.Protocol.Json;
using Harness.Protocol.Names;
using Harness.Protocol.Operations;
using Harness.Protocol.Resources;

namespace Harness.Protocol.Client;

// Connections and features.
public sealed partial class CoordinatorClient
{
    /// <summary>The connections of an interconnect.</summary>
    public Task<ApiResult<ListConnectionsResponse>> ListConnectionsAsync(
        InterconnectName interconnect,
        int? pageSize = null,
        string? pageToken = null,
        CancellationToken cancellation = default) =>
        CallAsync(
            PublishedOperations.ListConnections,
            PathOf(interconnect, "connections") + PageQuery(pageSize, pageToken),
            ProtocolJson.Default.ListConnectionsResponse,
            null,
            cancellation);

    /// <summary>Proposes to place a connection on an interconnect (CON-01).</summary>
    public Task<ApiResult<Connection>> CreateConnectionAsync(
        ConnectionName connection,
        Connection body,
        CancellationToken cancellation = default) =>
        CallAsync(
            PublishedOperations.CreateConnection,
            PathOf(connection.Interconnect, "connections") + Query(("connectionId", connection.Id)),
            ProtocolJson.Default.Connection,
            RequestBody.Of(body, ProtocolJson.Default.Connection),
            cancellation);

    /// <summary>A connection.</summary>
    public Task<ApiResult<Connection>> GetConnectionAsync(
        ConnectionName connection,
        CancellationToken cancellation = default) =>
        CallAsync(
            PublishedOperations.GetConnection,
            PathOf(connection),
            ProtocolJson.Default.Connection,
            null,
            cancellation);

    /// <summary>Changes the bandwidth (UPD-01).</summary>
    public Task<ApiResult<Connection>> UpdateConnectionAsync(
        ConnectionName connection,
        Connection body,
        string? updateMask = null,
        CancellationToken cancellation = default) =>
        CallAsync(
            PublishedOperations.UpdateConnection,
            PathOf(connection) + Query(("updateMask", updateMask)),
            ProtocolJson.Default.Connection,
            RequestBody.Of(body, ProtocolJson.Default.Connection),
            cancellation);

    /// <summary>Deletes a connection and its features (DEL-01).</summary>
    public Task<ApiResult<Empty>> DeleteConnectionAsync(
        ConnectionName connection,
        CancellationToken cancellation = default) =>
        CallAsync(
            PublishedOperations.DeleteConnection,
            PathOf(connection),
            ProtocolJson.Default.Empty,
            null,
            cancellation);

    /// <summary>What proposals of features have to keep to (GUI-01).</summary>
    public Task<ApiResult<GenerateFeatureGuidanceResponse>> GenerateFeatureGuidanceAsync(
        ConnectionName connection,
        CancellationToken cancellation = default) =>
        CallAsync(
            PublishedOperations.GenerateFeatureGuidance,
            PathOf(connection, "GenerateFeatureGuidance"),
            ProtocolJson.Default.GenerateFeatureGuidanceResponse,
            RequestBody.Of(new(), ProtocolJson.Default.GenerateFeatureGuidanceRequest),
            cancellation);

    /// <summary>Tells that the caller's side of a connection has changed (PRO-02).</summary>
    public Task<ApiResult<Empty>> NotifyConnectionStatusAsync(
        ConnectionName connection,
        CancellationToken cancellation = default) =>
        CallAsync(
            PublishedOperations.NotifyConnectionStatus,
            PathOf(connection, "NotifyConnectionStatus"),
            ProtocolJson.Default.Empty,
            RequestBody.Of(new(), ProtocolJson.Default.NotifyConnectionStatusRequest),
            cancellation);

    /// <summary>The features of a connection.</summary>
    public Task<ApiResult<ListFeaturesResponse>> ListFeaturesAsync(
        ConnectionName connection,
        int? pageSize = null,
        string? pageToken = null,
        CancellationToken cancellation = default) =>
        CallAsync(
            PublishedOperations.ListFeatures,
            PathOf(connection, "features") + PageQuery(pageSize, pageToken),
            ProtocolJson.Default.ListFeaturesResponse,
            null,
            cancellation);

    /// <summary>Proposes a feature (FEA-01).</summary>
    public Task<ApiResult<Feature>> CreateFeatureAsync(
        FeatureName feature,
        Feature body,
        CancellationToken cancellation = default) =>
        CallAsync(
            PublishedOperations.CreateFeature,
            PathOf(feature.Connection, "features") + Query(("featureId", feature.Id)),
            ProtocolJson.Default.Feature,
            RequestBody.Of(body, ProtocolJson.Default.Feature),
            cancellation);

    /// <summary>A feature.</summary>
    public Task<ApiResult<Feature>> GetFeatureAsync(FeatureName feature, CancellationToken cancellation = default) =>
        CallAsync(
            PublishedOperations.GetFeature,
            PathOf(feature),
            ProtocolJson.Default.Feature,
            null,
            cancellation);

    /// <summary>Deletes a feature (DFE-01).</summary>
    public Task<ApiResult<Empty>> DeleteFeatureAsync(FeatureName feature, CancellationToken cancellation = default) =>
        CallAsync(
            PublishedOperations.DeleteFeature,
            PathOf(feature),
            ProtocolJson.Default.Empty,
            null,
            cancellation);
}
