using Harness.Reference.Features;

namespace Harness.Reference.Negotiations;

/// <summary>A subnet of the peer's guidance.</summary>
/// <param name="Include">The subnet to choose within; null where it names none.</param>
/// <param name="Exclude">Parts of it that may not be touched.</param>
/// <param name="Preferred">The peer's suggestion.</param>
public sealed record PeerPool(IpSubnet? Include, IReadOnlyList<IpSubnet> Exclude, IpSubnet? Preferred);
