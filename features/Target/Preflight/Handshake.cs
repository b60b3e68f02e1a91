using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Harness.Features.Target.Preflight;

/// <summary>One TLS handshake with a server, whatever its certificate.</summary>
/// <param name="Fault">Why there was none, in words; null where there was one.</param>
/// <param name="Certificate">What the server showed; null where it came not so far.</param>
/// <param name="Errors">What the machine's own check says of the certificate.</param>
/// <param name="Chain">The intermediate certificates that the server sent.</param>
internal sealed record Handshake(
    string? Fault,
    X509Certificate2? Certificate,
    SslPolicyErrors Errors,
    X509Chain? Chain) : IDisposable
{
    /// <summary>Tries a handshake in one version of TLS.</summary>
    public static async Task<Handshake> TryAsync(
        PreflightContext context,
        SslProtocols version,
        CancellationToken cancellation)
    {
        X509Certificate2? certificate = null;
        X509Chain? sent = null;
        var found = SslPolicyErrors.None;
        var options = new SslClientAuthenticationOptions
        {
            TargetHost = context.File.BaseUrl.DnsSafeHost,
            EnabledSslProtocols = version,
        };
        context.File.Providers.Partner.Authentication.Configure(options);
        // CA5359: this handshake only looks at the certificate, so that it can be judged and explained; nothing is
        // sent over it.
#pragma warning disable CA5359
        options.RemoteCertificateValidationCallback = (_, shown, chain, errors) =>
        {
            certificate = shown is null ? null : X509CertificateLoader.LoadCertificate(shown.GetRawCertData());
            sent = CopyOf(chain);
            found = errors;
            return true;
        };
#pragma warning restore CA5359
        var fault = await ShakeAsync(context, options, cancellation);
        return new Handshake(fault, certificate, found, sent);
    }

    public void Dispose()
    {
        Certificate?.Dispose();
        Chain?.Dispose();
    }

    private static async Task<string?> ShakeAsync(
        PreflightContext context,
        SslClientAuthenticationOptions options,
        CancellationToken cancellation)
    {
        var url = context.File.BaseUrl;
        using var limit = new CancellationTokenSource(context.File.Timeouts.Request, context.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(url.DnsSafeHost, url.Port, either.Token);
            await using var tls = new SslStream(client.GetStream());
            await tls.AuthenticateAsClientAsync(options, either.Token);
            return null;
        }
        catch (Exception fault) when (fault is AuthenticationException or IOException or SocketException)
        {
            return (fault.InnerException ?? fault).Message;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return $"no handshake within {context.File.Timeouts.Request.TotalSeconds:0.###} s";
        }
    }

    // The chain is disposed with the handshake; what the server sent is kept for the judgement after it.
    private static X509Chain CopyOf(X509Chain? chain)
    {
        var copy = new X509Chain();
        if (chain is not null)
            copy.ChainPolicy.ExtraStore.AddRange(chain.ChainPolicy.ExtraStore);
        return copy;
    }
}
