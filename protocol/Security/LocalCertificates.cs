using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Harness.Protocol.Security;

/// <summary>
/// A certificate authority of one's own and a server certificate from it, made for local runs. Keys are ECDSA
/// P-256 and leave the process only by <see cref="ServerKeyPem"/>; a peer trusts <see cref="AuthorityPem"/>.
/// </summary>
public sealed class LocalCertificates : IDisposable
{
    private static readonly TimeSpan Skew = TimeSpan.FromHours(1);
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(90);

    private readonly X509Certificate2 authority;
    private readonly DateTimeOffset notBefore;
    private readonly DateTimeOffset notAfter;

    private LocalCertificates(string name, DateTimeOffset now, IReadOnlyList<string> hosts)
    {
        notBefore = now - Skew;
        notAfter = now + Lifetime;
        authority = MakeAuthority(name);
        Server = Issue($"{name} server", hosts, "1.3.6.1.5.5.7.3.1");
    }

    /// <summary>The server's certificate with its private key.</summary>
    public X509Certificate2 Server { get; }

    /// <summary>The authority's certificate in PEM, without its key: what a peer has to trust.</summary>
    public string AuthorityPem => authority.ExportCertificatePem();

    /// <summary>The server's private key in PEM (PKCS #8), for a server in another process. A secret.</summary>
    public string ServerKeyPem
    {
        get
        {
            using var key = Server.GetECDsaPrivateKey()!;
            return key.ExportPkcs8PrivateKeyPem();
        }
    }

    /// <summary>Makes an authority and a server certificate, valid from an hour ago for 90 days.</summary>
    /// <param name="name">Common name of the authority; the server's adds <c> server</c>.</param>
    /// <param name="clock">Source of the validity; the peers' real time, never a clock that stands still.</param>
    /// <param name="hosts">Further DNS names or addresses; <c>localhost</c> and both loopback addresses are
    /// always there.</param>
    public static LocalCertificates Create(string name, TimeProvider clock, params IReadOnlyList<string> hosts) =>
        new(name, clock.GetUtcNow(), ["localhost", "127.0.0.1", "::1", .. hosts]);

    /// <summary>Issues a certificate for a client, for mutual TLS. The caller disposes it.</summary>
    public X509Certificate2 IssueClient(string name) => Issue(name, [], "1.3.6.1.5.5.7.3.2");

    /// <summary>The authority's certificate without its key, to trust in process. The caller disposes it.</summary>
    public X509Certificate2 Authority() => X509CertificateLoader.LoadCertificate(authority.RawData);

    public void Dispose()
    {
        Server.Dispose();
        authority.Dispose();
    }

    private X509Certificate2 MakeAuthority(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(Subject(name), key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
        request.CertificateExtensions.Add(
            new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        return request.CreateSelfSigned(notBefore, notAfter);
    }

    private X509Certificate2 Issue(string name, IReadOnlyList<string> hosts, string purpose)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(Subject(name), key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(purpose)], true));
        request.CertificateExtensions.Add(
            X509AuthorityKeyIdentifierExtension.CreateFromCertificate(authority, true, false));
        if (hosts.Count > 0)
            request.CertificateExtensions.Add(Names(hosts));

        var serial = RandomNumberGenerator.GetBytes(16);
        using var bare = request.Create(authority, notBefore, notAfter, serial);
        using var keyed = bare.CopyWithPrivateKey(key);
        // Not every platform's TLS takes a key that was only attached: the round trip makes it its own.
        return X509CertificateLoader.LoadPkcs12(
            keyed.Export(X509ContentType.Pkcs12), null, X509KeyStorageFlags.Exportable);
    }

    private static X500DistinguishedName Subject(string name)
    {
        var subject = new X500DistinguishedNameBuilder();
        subject.AddCommonName(name);
        return subject.Build();
    }

    private static X509Extension Names(IReadOnlyList<string> hosts)
    {
        var names = new SubjectAlternativeNameBuilder();
        foreach (var host in hosts.Distinct())
        {
            if (IPAddress.TryParse(host, out var address))
                names.AddIpAddress(address);
            else
                names.AddDnsName(host);
        }

        return names.Build();
    }
}
