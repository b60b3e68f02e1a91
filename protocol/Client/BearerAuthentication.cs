using System.Net.Http.Headers;
using System.Net.Security;

namespace Harness.Protocol.Client;

/// <summary>A bearer token (RFC 6750) on every call. The token is a secret (SEC-05).</summary>
public sealed class BearerAuthentication(string token) : IRequestAuthentication
{
    public void Configure(SslClientAuthenticationOptions tls)
    {
    }

    public ValueTask AuthenticateAsync(
        HttpRequestMessage request,
        ReadOnlyMemory<byte> body,
        CancellationToken cancellation)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return ValueTask.CompletedTask;
    }

    /// <summary>Leaves out the token (SEC-05).</summary>
    public override string ToString() => "bearer token";
}
