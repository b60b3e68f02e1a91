using System.Net.Security;

namespace Harness.Protocol.Client;

/// <summary>
/// How calls prove who makes them. A scheme that signs requests sees the whole request, in its final form,
/// and adds headers to it; one that works in the handshake changes the TLS options.
/// </summary>
public interface IRequestAuthentication
{
    /// <summary>Sets what the TLS handshake needs, once, when the handler is made.</summary>
    void Configure(SslClientAuthenticationOptions tls);

    /// <summary>
    /// Adds what proves the caller's identity, last before the request goes out.
    /// </summary>
    /// <param name="request">Method, absolute URL and all other headers are set.</param>
    /// <param name="body">The exact bytes that will be sent; empty without a body.</param>
    /// <param name="cancellation">Ends with the call's deadline.</param>
    ValueTask AuthenticateAsync(
        HttpRequestMessage request,
        ReadOnlyMemory<byte> body,
        CancellationToken cancellation);
}
