using Harness.Protocol.Names;

namespace Harness.Features.World;

/// <summary>Who takes part.</summary>
/// <param name="Target">The provider under test.</param>
/// <param name="Partner">The provider that the harness plays.</param>
/// <param name="Stranger">A third provider with credentials of its own; null where the target knows none.</param>
/// <param name="PartnerAsn">The partner's ASN where guidance does not say which to take.</param>
public sealed record Parties(ProviderName Target, ProviderName Partner, ProviderName? Stranger, long PartnerAsn);
