namespace Harness.Protocol.Resources;

/// <summary>A pair of sites, one of each provider, that customers choose as one thing (ENV-01).</summary>
/// <param name="Name">Identifier, <c>providers/{provider}/environments/{environment}</c>.</param>
/// <param name="ProviderSites">Output only. At most two: the server's and the calling provider's (ENV-02).</param>
/// <param name="ApiUri">Where the parent provider serves its own API for this environment.</param>
/// <param name="SupportedConnectionSizeMbps">Output only. In Mbps, on every interconnect (ENV-03).</param>
/// <param name="SupportedFeatures">Output only. Features that every interconnect supports (ENV-03).</param>
/// <param name="EnvironmentVisibility">Output only. Who sees the environment at the portals.</param>
/// <param name="DeferralTimeoutHours">Hours that a deferring provider waits before it rolls back (DFR-03).</param>
/// <param name="DeferConnectionProvisioning">The active provider always defers here (DFR-04).</param>
public sealed record Environment(
    string? Name = null,
    IReadOnlyList<ProviderSite>? ProviderSites = null,
    string? ApiUri = null,
    IReadOnlyList<int>? SupportedConnectionSizeMbps = null,
    IReadOnlyList<FeatureType>? SupportedFeatures = null,
    EnvironmentVisibility? EnvironmentVisibility = null,
    int? DeferralTimeoutHours = null,
    bool? DeferConnectionProvisioning = null);

/// <summary>One provider's site of an environment (schema <c>ProviderSites</c>).</summary>
/// <param name="ProviderId"><c>providers/{provider}</c>.</param>
/// <param name="Site">The provider's own site code, such as <c>us-east4</c>.</param>
/// <param name="DisplayName">The site's name for customers.</param>
public sealed record ProviderSite(string? ProviderId = null, string? Site = null, string? DisplayName = null);

/// <summary>Answer of ListEnvironments.</summary>
public sealed record ListEnvironmentsResponse(
    IReadOnlyList<Environment>? Environments = null,
    string? NextPageToken = null);

/// <summary>Body of ConfirmActivationKey.</summary>
/// <param name="Key">Deprecated form: the key as an object. A server still accepts it.</param>
/// <param name="EncodedKey">The key as base64 of its JSON.</param>
public sealed record ConfirmActivationKeyRequest(ActivationKey? Key = null, string? EncodedKey = null)
{
    /// <summary>Leaves out the key (SEC-05).</summary>
    public override string ToString() => "ConfirmActivationKeyRequest { redacted }";
}

/// <summary>Answer of ConfirmActivationKey.</summary>
/// <param name="KeyValid">Whether the server holds the key for valid (KEY-09 to KEY-12).</param>
public sealed record ConfirmActivationKeyResponse(bool? KeyValid = null);
