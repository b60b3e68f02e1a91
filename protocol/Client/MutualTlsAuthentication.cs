using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Harness.Protocol.Client;

/// <summary>A client certificate in the TLS handshake.</summary>
/// <param name="certificate">With its private key.</param>
public sealed class MutualTlsAuthentication(X509Certificate2 certificate) : IRequestAuthentication
{
    public void Configure(SslClientAuthenticationOptions tls)
    {
        tls.ClientCertificates = [certificate];
        tls.LocalCertificateSelectionCallback = (_, _, _, _, _) => certificate;
    }

    public ValueTask AuthenticateAsync(
        HttpRequestMessage request,
        ReadOnlyMemory<byte> body,
        CancellationToken cancellation) => ValueTask.CompletedTask;
}
