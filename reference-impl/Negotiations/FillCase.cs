using Harness.Protocol.Names;

namespace Harness.Reference.Negotiations;

/// <summary>A channel whose feature was deleted.</summary>
/// <param name="Owner">Who owns the channel, read as its MACsec manager.</param>
/// <param name="Own">Our own provider.</param>
/// <param name="Live">Whether the connection was set up, rather than being negotiated.</param>
public sealed record FillCase(ProviderName Owner, ProviderName Own, bool Live);
