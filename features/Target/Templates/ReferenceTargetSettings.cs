namespace Harness.Features.Target.Templates;

/// <summary>Where a reference coordinator is to be found, how it is reached, and what it serves.</summary>
/// <param name="BaseUrl">Root of its API.</param>
/// <param name="CaFile">PEM file of the authority that issued its certificate; null with a fingerprint.</param>
/// <param name="Sha256">SHA-256 of its certificate, in hex; null with an authority.</param>
/// <param name="Target">Its own provider id.</param>
/// <param name="Partner">The partner.</param>
/// <param name="PortalToken">Token of the portal and the operator's API.</param>
/// <param name="PartnerListen">Address and port that the partner listens on.</param>
/// <param name="PartnerUrl">Root of the partner's API, which the reference calls.</param>
/// <param name="Testbed">The static resources that it shares with the partner.</param>
/// <param name="Accounts">The customers of its portal.</param>
public sealed record ReferenceTargetSettings(
    Uri BaseUrl,
    string? CaFile,
    string? Sha256,
    string Target,
    ReferencePeer Partner,
    SecretSource PortalToken,
    string PartnerListen,
    Uri PartnerUrl,
    TestbedSettings Testbed,
    AccountSettings Accounts)
{
    /// <summary>A third provider; null without isolation scenarios.</summary>
    public ReferencePeer? Stranger { get; init; }

    /// <summary>Token that the reference shows to the partner; null where it shows none.</summary>
    public SecretSource? InboundToken { get; init; }

    /// <summary>Whether it was started with a controllable clock.</summary>
    public bool ControlledClock { get; init; } = true;

    /// <summary>How long an activation key is valid (KEY-15).</summary>
    public TimeSpan KeyLifetime { get; init; } = TimeSpan.FromHours(24);

    /// <summary>How long it tries again what has failed in a negotiation (CON-12).</summary>
    public TimeSpan NegotiationPatience { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>PEM file of the partner's certificate; null to have one made for the run.</summary>
    public string? PartnerCertificate { get; init; }

    /// <summary>PEM file of its private key.</summary>
    public string? PartnerKey { get; init; }

    /// <summary>File that it logs to; null where its logs cannot be read.</summary>
    public string? LogFile { get; init; }

    /// <summary>Version for the report.</summary>
    public string? Version { get; init; }
}
