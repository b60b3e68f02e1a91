using System.Security.Cryptography.X509Certificates;
using Harness.Protocol.Security;
using NUnit.Framework;

namespace Harness.Tests.Protocol.Security;

public sealed class LocalCertificatesTests
{
    [Test]
    public void A_server_certificate_is_trusted_through_its_own_authority_and_no_other()
    {
        using var ours = LocalCertificates.Create("ours", TimeProvider.System);
        using var theirs = LocalCertificates.Create("theirs", TimeProvider.System);

        Assert.That(IsTrusted(ours, ours), Is.True);
        Assert.That(IsTrusted(ours, theirs), Is.False);
    }

    [TestCase("localhost")]
    [TestCase("127.0.0.1")]
    [TestCase("::1")]
    [TestCase("partner.example")]
    public void The_server_certificate_carries_loopback_and_the_names_asked_for(string host)
    {
        using var certificates = LocalCertificates.Create("ours", TimeProvider.System, "partner.example");

        Assert.That(certificates.Server.MatchesHostname(host), Is.True);
        Assert.That(certificates.Server.HasPrivateKey, Is.True);
    }

    [Test]
    public void What_is_handed_out_to_trust_carries_no_key()
    {
        using var certificates = LocalCertificates.Create("ours", TimeProvider.System);
        using var authority = certificates.Authority();

        Assert.That(authority.HasPrivateKey, Is.False);
        Assert.That(certificates.AuthorityPem, Does.Not.Contain("PRIVATE KEY"));
    }

    private static bool IsTrusted(LocalCertificates server, LocalCertificates trusted)
    {
        using var authority = trusted.Authority();
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(authority);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return chain.Build(server.Server);
    }
}
