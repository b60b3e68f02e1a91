namespace Harness.Protocol.Resources;

/// <summary>A provider, the root of all names (PRV-01).</summary>
/// <param name="Name">Identifier, <c>providers/{provider}</c>.</param>
/// <param name="DisplayName">Output only. Name suitable for display to customers.</param>
public sealed record Provider(string? Name = null, string? DisplayName = null);

/// <summary>Answer of ListProviders.</summary>
/// <param name="Providers">The array that a server sends; the schema's own name for it is an erratum.</param>
/// <param name="Environments">The same array under the name that the published schema gives it by mistake.</param>
/// <param name="NextPageToken">Absent on the last page (COM-06).</param>
public sealed record ListProvidersResponse(
    IReadOnlyList<Provider>? Providers = null,
    IReadOnlyList<Provider>? Environments = null,
    string? NextPageToken = null)
{
    /// <summary>The providers, whichever of the two names the server used.</summary>
    public IReadOnlyList<Provider> Either() => Providers ?? Environments ?? [];
}
