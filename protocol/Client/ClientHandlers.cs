using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Harness.Protocol.Client;

/// <summary>Makes the bottom of the HTTP stack that a client stands on.</summary>
public static class ClientHandlers
{
    /// <summary>
    /// A handler that speaks TLS 1.3 only (SEC-01), follows no redirect, keeps no cookies, uses no proxy, and
    /// tries nothing twice. The caller disposes it.
    /// </summary>
    /// <param name="trust">Which server certificates are accepted.</param>
    /// <param name="authentication">Whose TLS part is applied to every connection.</param>
    /// <param name="connectTimeout">Longest wait for TCP and TLS.</param>
    public static SocketsHttpHandler Create(
        ServerTrust trust,
        IRequestAuthentication authentication,
        TimeSpan connectTimeout)
    {
        var tls = new SslClientAuthenticationOptions
        {
            EnabledSslProtocols = SslProtocols.Tls13,
            RemoteCertificateValidationCallback = (_, certificate, sent, errors) =>
                certificate is X509Certificate2 found && trust.Accepts(found, sent, errors),
        };
        authentication.Configure(tls);
        return new SocketsHttpHandler
        {
            SslOptions = tls,
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.None,
            ConnectTimeout = connectTimeout,
            EnableMultipleHttp2Connections = true,
        };
    }
}
