namespace Harness.Features.Target.Templates;

/// <summary>A provider that calls a reference coordinator.</summary>
/// <param name="Id">Its provider id.</param>
/// <param name="Token">Token that it shows.</param>
/// <param name="Environment">Id of an environment that it shares with the reference, if any.</param>
public sealed record ReferencePeer(string Id, SecretSource Token, string? Environment = null);
