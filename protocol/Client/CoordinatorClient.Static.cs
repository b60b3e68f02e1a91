using Harness.Protocol.Json;
using Harness.Protocol.Names;
using Harness.Protocol.Operations;
using Harness.Protocol.Resources;

namespace Harness.Protocol.Client;

// Providers, environments, interconnects.
public sealed partial class CoordinatorClient
{
    /// <summary>Who the server is, and whom it knows the caller as (PRV-02).</summary>
    public Task<ApiResult<ListProvidersResponse>> ListProvidersAsync(CancellationToken cancellation = default) =>
        CallAsync(
            PublishedOperations.ListProviders,
            "providers",
            ProtocolJson.Default.ListProvidersResponse,
            null,
            cancellation);

    /// <summary>A provider (PRV-01).</summary>
    public Task<ApiResult<Provider>> GetProviderAsync(
        ProviderName provider,
        CancellationToken cancellation = default) =>
        CallAsync(
            PublishedOperations.GetProvider,
            PathOf(provider),
            ProtocolJson.Default.Provider,
            null,
            cancellation);

    /// <summary>The environments shared with a provider.</summary>
    public Task<ApiResult<ListEnvironmentsResponse>> ListEnvironmentsAsync(
        ProviderName provider,
        int? pageSize = null,
        string? pageToken = null,
        CancellationToken cancellation = default) =>
        CallAsync(
            PublishedOperations.ListEnvironments,
            PathOf(provider, "environments") + PageQuery(pageSize, pageToken),
            ProtocolJson.Default.ListEnvironmentsResponse,
            null,
            cancellation);

    /// <summary>An environment (ENV-01).</summary>
    public Task<ApiResult<Resources.Environment>> GetEnvironmentAsync(
        EnvironmentName environment,
        CancellationToken cancellation = default) =>
        CallAsync(
            PublishedOperations.GetEnvironment,
            PathOf(environment),
            ProtocolJson.Default.Environment,
            null,
            cancellation);

    /// <summary>Whether a key is exactly the one that the server gave out, live and unused (KEY-09).</summary>
    public Task<ApiResult<ConfirmActivationKeyResponse>> ConfirmActivationKeyAsync(
        EnvironmentName environment,
        ConfirmActivationKeyRequest body,
        CancellationToken cancellation = default) =>
        CallAsync(
            PublishedOperations.ConfirmActivationKey,
            PathOf(environment, "ConfirmActivationKey"),
            ProtocolJson.Default.ConfirmActivationKeyResponse,
            RequestBody.Of(body, ProtocolJson.Default.ConfirmActivationKeyRequest),
            cancellation);

    /// <summary>The interconnects of an environment.</summary>
    public Task<ApiResult<ListInterconnectsResponse>> ListInterconnectsAsync(
        EnvironmentName environment,
        int? pageSize = null,
        string? pageToken = null,
        CancellationToken cancellation = default) =>
        CallAsync(
            PublishedOperations.ListInterconnects,
            PathOf(environment, "interconnects") + PageQuery(pageSize, pageToken),
            ProtocolJson.Default.ListInterconnectsResponse,
            null,
            cancellation);

    /// <summary>An interconnect.</summary>
    public Task<ApiResult<Interconnect>> GetInterconnectAsync(
        InterconnectName interconnect,
        CancellationToken cancellation = default) =>
        CallAsync(
            PublishedOperations.GetInterconnect,
            PathOf(interconnect),
            ProtocolJson.Default.Interconnect,
            null,
            cancellation);
}
