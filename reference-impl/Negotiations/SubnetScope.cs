using Harness.Reference.Features;
using Harness.Reference.Testbed;

namespace Harness.Reference.Negotiations;

/// <summary>Where a proposal's subnet may lie.</summary>
/// <param name="Lengths">Allowed prefix lengths, in bits.</param>
/// <param name="Pools">Subnets to choose within, without what either provider excludes.</param>
/// <param name="Preferred">The peer's suggestions that lie in them.</param>
public sealed record SubnetScope(
    IReadOnlyList<int> Lengths, IReadOnlyList<SubnetPool> Pools, IReadOnlyList<IpSubnet> Preferred);
