using Harness.Protocol.Names;
using Harness.Protocol.Operations;

namespace Harness.Simulator.Behaviours;

/// <summary>Bends the partner for the requests that it matches.</summary>
/// <param name="Operation">The operation; null for any.</param>
/// <param name="Resource">The resource, or what lies above it; null for any. As the partner serves it.</param>
/// <param name="Answer">What to do.</param>
/// <param name="Occasions">On which of the matching requests.</param>
public sealed record Behaviour(
    Operation? Operation,
    ResourceName? Resource,
    Answer Answer,
    Occasions Occasions)
{
    /// <summary>Of which bodies, empty ones among them; null for any.</summary>
    public Func<string, bool>? When { get; init; }

    internal bool Matches(Operation? operation, ResourceName? resource, string body) =>
        (Operation is null || Operation == operation)
        && (Resource is null || resource?.IsAtOrBelow(Resource) == true)
        && When?.Invoke(body) != false;
}
