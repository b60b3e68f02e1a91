namespace Harness.Reference.Security;

/// <summary>A credential and the providers that its holder may act as (SEC-04).</summary>
/// <param name="Token">What the caller shows.</param>
/// <param name="ProviderIds">Provider ids that its calls may be prefixed with; one as a rule.</param>
public sealed record CallerCredential(BearerToken Token, IReadOnlyList<string> ProviderIds);
