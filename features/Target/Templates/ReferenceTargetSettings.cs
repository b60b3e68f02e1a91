namespace Harness.Features.Target.Templates;

/// <summary>Where a reference coordinator is to be found, and how it is reached.</summary>
/// <param name="BaseUrl">Root of its API.</param>
/// <param name="CaFile">PEM file of the authority that issued its certificate; null with a fingerprint.</param>
/// <param name="Sha256">SHA-256 of its certificate, in hex; null with an authority.</param>
/// <param name="PartnerToken">Token of the partner.</param>
/// <param name="StrangerToken">Token of the stranger.</param>
/// <param name="PortalToken">Token of the portal and the operator's API.</param>
/// <param name="PartnerListen">Address and port that the partner listens on, and the reference calls.</param>
/// <param name="InboundToken">Token that the reference shows to the partner; null where it shows none.</param>
public sealed record ReferenceTargetSettings(
    Uri BaseUrl,
    string? CaFile,
    string? Sha256,
    SecretSource PartnerToken,
    SecretSource StrangerToken,
    SecretSource PortalToken,
    string PartnerListen,
    SecretSource? InboundToken)
{
    /// <summary>How many environments <c>env-1</c>, <c>env-2</c>, ... it shares with the partner.</summary>
    public int Environments { get; init; } = 4;

    /// <summary>Keep the last environment apart, for scenarios that need a second one (MIG-06).</summary>
    public bool SpareLast { get; init; } = true;

    /// <summary>Whether it was started with a controllable clock.</summary>
    public bool ControlledClock { get; init; } = true;

    /// <summary>File that it logs to; null where its logs cannot be read.</summary>
    public string? LogFile { get; init; }

    /// <summary>Version for the report.</summary>
    public string? Version { get; init; }
}
