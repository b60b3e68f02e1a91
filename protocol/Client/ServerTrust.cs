using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Harness.Protocol.Client;

/// <summary>Which server certificates a client accepts. Closed: one of the nested records.</summary>
public abstract record ServerTrust
{
    private ServerTrust()
    {
    }

    /// <summary>Whether <paramref name="certificate"/> is accepted for the host that was asked for.</summary>
    /// <param name="certificate">The server's own certificate.</param>
    /// <param name="sent">The chain with the intermediate certificates that the server sent.</param>
    /// <param name="errors">What the machine's own check found.</param>
    public abstract bool Accepts(X509Certificate2 certificate, X509Chain? sent, SslPolicyErrors errors);

    /// <summary>What is trusted, for messages.</summary>
    public abstract string Describe();

    /// <summary>The machine's own list of authorities.</summary>
    public sealed record MachineAuthorities : ServerTrust
    {
        public override bool Accepts(X509Certificate2 certificate, X509Chain? sent, SslPolicyErrors errors) =>
            errors == SslPolicyErrors.None;

        public override string Describe() => "the authorities that this machine trusts";
    }

    /// <summary>These authorities and no others.</summary>
    public sealed record Authorities(X509Certificate2Collection Certificates) : ServerTrust
    {
        public override bool Accepts(X509Certificate2 certificate, X509Chain? sent, SslPolicyErrors errors)
        {
            // The name has to fit as ever; only the chain is judged anew, by these authorities.
            if ((errors & ~SslPolicyErrors.RemoteCertificateChainErrors) != SslPolicyErrors.None)
                return false;

            using var chain = new X509Chain();
            chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            chain.ChainPolicy.CustomTrustStore.AddRange(Certificates);
            if (sent is not null)
                chain.ChainPolicy.ExtraStore.AddRange(sent.ChainPolicy.ExtraStore);
            chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
            return chain.Build(certificate);
        }

        public override string Describe() =>
            $"certificates issued by {string.Join(" or ", Certificates.Select(c => c.Subject))}";
    }

    /// <summary>One certificate, whoever issued it and whatever name it carries.</summary>
    /// <param name="Sha256">SHA-256 of the certificate's DER form, in hex; colons and case do not matter.</param>
    public sealed record Pinned(string Sha256) : ServerTrust
    {
        public override bool Accepts(X509Certificate2 certificate, X509Chain? sent, SslPolicyErrors errors) =>
            Fingerprint(certificate).Equals(Sha256.Replace(":", "", StringComparison.Ordinal),
                StringComparison.OrdinalIgnoreCase);

        public override string Describe() => $"the certificate with SHA-256 {Sha256}";
    }

    /// <summary>SHA-256 of a certificate's DER form, in hex.</summary>
    public static string Fingerprint(X509Certificate2 certificate) =>
        Convert.ToHexString(SHA256.HashData(certificate.RawDataMemory.Span));
}
