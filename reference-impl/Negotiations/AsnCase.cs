using Harness.Reference.Testbed;

namespace Harness.Reference.Negotiations;

/// <summary>The ASNs to choose for a proposal.</summary>
/// <param name="OwnAsn">The one that we use where nothing speaks against it.</param>
/// <param name="Own">The ones that we can use.</param>
/// <param name="Peer">The ranges of the peer's guidance.</param>
public sealed record AsnCase(long OwnAsn, IReadOnlyList<NumberRange> Own, IReadOnlyList<NumberRange> Peer);
