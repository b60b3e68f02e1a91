namespace Harness.Protocol.Resources;

/// <summary>
/// What a customer carries from the creating provider to the accepting one (KEY-01). It is exchanged as
/// base64 of this object's JSON; see <see cref="ActivationKeyCodec"/>. It is a secret (SEC-05).
/// </summary>
/// <param name="Version">Required. Version of the key format; that of the creating service's API.</param>
/// <param name="DestinationEnvironmentUri">Required. Environment that the key is meant for; whose provider segment it
/// carries, the source leaves open.</param>
/// <param name="SharedConnectionUuid">Required. Id of the connection at both providers.</param>
/// <param name="ConnectionSizeMbps">Required. Bandwidth in Mbps.</param>
/// <param name="DestinationAccountId">Required. The customer's account at the accepting provider.</param>
public sealed record ActivationKey(
    int? Version = null,
    string? DestinationEnvironmentUri = null,
    string? SharedConnectionUuid = null,
    int? ConnectionSizeMbps = null,
    string? DestinationAccountId = null)
{
    /// <summary>The version that this implementation issues.</summary>
    public const int CurrentVersion = 1;

    /// <summary>Names no field: a key is a secret (SEC-05).</summary>
    public override string ToString() => "ActivationKey { redacted }";
}
