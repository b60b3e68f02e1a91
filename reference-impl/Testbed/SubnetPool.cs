using System.Net;

namespace Harness.Reference.Testbed;

/// <summary>A subnet that features take theirs from.</summary>
/// <param name="Include">The subnet to choose within.</param>
/// <param name="Exclude">Parts of it that may not be touched (GUI-03).</param>
public sealed record SubnetPool(IPNetwork Include, IReadOnlyList<IPNetwork> Exclude);
