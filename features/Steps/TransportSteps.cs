using System.Security.Authentication;
using Harness.Certification.Bindings;
using Harness.Certification.Checks;
using Harness.Certification.Verdicts;
using Harness.Features.World;

namespace Harness.Features.Steps;

/// <summary>Which versions of TLS the target speaks (SEC-01).</summary>
[Binding]
public sealed class TransportSteps(World.World world)
{
    private Handshake? latest;

    [When("somebody opens a connection with {tlsVersion}")]
    public async Task AConnectionIsOpened(TlsVersion version) => latest = await Try(version);

    [Then("the handshake succeeds")]
    public void TheHandshakeSucceeds() => CheckSucceeded(latest!);

    [Then("the handshake is refused")]
    public void TheHandshakeIsRefused()
    {
        if (latest is Handshake.NotOffered none)
            throw new InconclusiveException(
                $"the TLS library of this machine did not offer the version ({none.Words}): allow it in its "
                + "configuration (MinProtocol in openssl.cnf) and run again");
        Check.That("the handshake of the older version", latest is Handshake.Refused, "a refusal", latest!.Words);
    }

    [Then("a handshake with {tlsVersion} still succeeds")]
    public async Task AHandshakeStillSucceeds(TlsVersion version) => CheckSucceeded(await Try(version));

    [StepArgumentTransformation(@"TLS 1\.[23]", Name = "tlsVersion")]
    public static TlsVersion Version(string words) =>
        new(words, words == "TLS 1.2" ? SslProtocols.Tls12 : SslProtocols.Tls13);

    private static void CheckSucceeded(Handshake handshake) => Check.That(
        "the handshake with TLS 1.3",
        handshake is Handshake.Spoken { CarriedThrough: true },
        "a completed handshake",
        handshake.Words);

    private async Task<Handshake> Try(TlsVersion version)
    {
        Check.Equal("the scheme of the target's API root", Uri.UriSchemeHttps, world.BaseUrl.Scheme);
        var probe = new TlsProbe(world.Settling.Deadline, world.Settling.Time);
        var handshake = await probe.Try(world.BaseUrl, version.Protocol, world.Scenario.CancellationToken);
        world.Scenario.Note($"{version.Words} to {world.BaseUrl.IdnHost}:{world.BaseUrl.Port}: {handshake.Words}");
        return handshake;
    }
}

/// <summary>A version of TLS.</summary>
public sealed record TlsVersion(string Words, SslProtocols Protocol);
