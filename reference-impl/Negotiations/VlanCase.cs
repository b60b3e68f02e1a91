using Harness.Reference.Testbed;

namespace Harness.Reference.Negotiations;

/// <summary>A VLAN to choose for a proposal.</summary>
/// <param name="Own">Our own ranges.</param>
/// <param name="Peer">The ranges of the peer's guidance.</param>
/// <param name="Taken">What is taken on the channel, or was refused there.</param>
/// <param name="Seed">Where to begin.</param>
public sealed record VlanCase(
    IReadOnlyList<NumberRange> Own, IReadOnlyList<NumberRange> Peer, IReadOnlySet<int> Taken, UInt128 Seed);
