using Harness.Reference.Testbed;

namespace Harness.Reference.Negotiations;

/// <summary>An MTU to choose for a proposal, in bytes.</summary>
/// <param name="Own">Our own ranges.</param>
/// <param name="Peer">The ranges of the peer's guidance.</param>
public sealed record MtuCase(IReadOnlyList<NumberRange> Own, IReadOnlyList<NumberRange> Peer);
