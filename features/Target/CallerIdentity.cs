using Harness.Protocol.Client;
using Harness.Protocol.Names;

namespace Harness.Features.Target;

/// <summary>Somebody who calls the target, and how that is proved.</summary>
/// <param name="Provider">Who it is.</param>
/// <param name="Authentication">Proves it on every call.</param>
/// <param name="Token">The bearer token; null where the proof is another one.</param>
public sealed record CallerIdentity(ProviderName Provider, IRequestAuthentication Authentication, Secret? Token)
{
    /// <summary>The scheme in words: <c>bearer token</c>, <c>mutual TLS</c>, <c>none</c>.</summary>
    public string Scheme => Authentication switch
    {
        BearerAuthentication => "bearer token",
        MutualTlsAuthentication => "mutual TLS",
        NoAuthentication => "none",
        _ => Authentication.GetType().Name,
    };
}
