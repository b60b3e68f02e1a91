using Harness.Protocol.Names;

namespace Harness.Features.Target;

/// <summary>Who takes part (<c>providers</c>).</summary>
/// <param name="Target">The provider under test.</param>
/// <param name="Partner">The provider that the harness plays, with its credentials.</param>
/// <param name="PartnerAsn">The partner's ASN where guidance leaves the choice.</param>
/// <param name="Stranger">A third provider with credentials of its own; null without isolation scenarios.</param>
/// <param name="StrangerEnvironment">Id of an environment that the stranger shares with the target, if any.</param>
public sealed record ProviderSettings(
    ProviderName Target,
    CallerIdentity Partner,
    long PartnerAsn,
    CallerIdentity? Stranger,
    string? StrangerEnvironment);
