using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Harness.Protocol.Client;

namespace Harness.Features.Target.Preflight;

/// <summary>Whether the server speaks TLS 1.3 (SEC-01) and shows a certificate that the file trusts.</summary>
internal sealed class TlsCheck : IPreflightCheck
{
    public string Name => "TLS and trust";

    public string Path => "trust";

    public bool IsGround => true;

    public async Task RunAsync(PreflightContext context, CancellationToken cancellation)
    {
        using var handshake = await Handshake.TryAsync(context, SslProtocols.Tls13, cancellation);
        if (handshake.Certificate is not { } certificate)
        {
            await ExplainAsync(context, handshake.Fault ?? "no certificate", cancellation);
            return;
        }

        if (context.File.Trust.Accepts(certificate, handshake.Chain, handshake.Errors))
            context.Ok(Path, $"TLS 1.3, certificate {certificate.Subject} issued by {certificate.Issuer}");
        else
            Distrust(context, certificate, handshake.Errors);
    }

    // The handshake failed: it helps to know whether an older version would have done.
    private static async Task ExplainAsync(PreflightContext context, string fault, CancellationToken cancellation)
    {
        using var older = await Handshake.TryAsync(context, SslProtocols.Tls12, cancellation);
        if (older.Certificate is null)
            context.Fail(
                "baseUrl", "a server that speaks TLS 1.3", fault, "mend the port in baseUrl: is it another service's?");
        else
            context.Fail(
                "baseUrl", "a server that speaks TLS 1.3 (SEC-01)", "one that speaks TLS 1.2 at most",
                "enable TLS 1.3 at the target");
    }

    private void Distrust(PreflightContext context, X509Certificate2 certificate, SslPolicyErrors errors)
    {
        var now = context.Time.GetUtcNow();
        var found = $"a certificate for {Names(certificate)} issued by {certificate.Issuer}, "
            + $"SHA-256 {ServerTrust.Fingerprint(certificate)}";
        if (now < certificate.NotBefore || now > certificate.NotAfter)
            context.Fail(
                Path, "a certificate that is valid now",
                $"{found}, valid from {certificate.NotBefore:u} to {certificate.NotAfter:u}", "renew it");
        else if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch)
            && context.File.Trust is not ServerTrust.Pinned)
            context.Fail(
                "baseUrl", $"a certificate for {context.File.BaseUrl.Host}", found,
                "mend the host in baseUrl, or pin the certificate with trust: {sha256: ...}");
        else
            context.Fail(
                Path, context.File.Trust.Describe(), found,
                "mend trust: name the file of the authority that issued it, or its SHA-256");
    }

    private static string Names(X509Certificate2 certificate)
    {
        var names = certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().FirstOrDefault();
        return names is null
            ? certificate.Subject
            : string.Join(", ", names.EnumerateDnsNames()
                .Concat(names.EnumerateIPAddresses().Select(address => address.ToString())));
    }
}
