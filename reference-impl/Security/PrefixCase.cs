namespace Harness.Reference.Security;

/// <summary>A request below a provider's prefix.</summary>
/// <param name="Prefix">Provider id that the path is prefixed with.</param>
/// <param name="Path">Path without the leading slash.</param>
/// <param name="ActsAs">Provider ids that the caller may act as.</param>
/// <param name="Own">The server's own provider id.</param>
/// <param name="IsProviderItself">Whether it reads the provider resource and nothing below it.</param>
public sealed record PrefixCase(
    string Prefix, string Path, IReadOnlyList<string> ActsAs, string Own, bool IsProviderItself);
