using Harness.Protocol.Resources;

namespace Harness.Reference.Interconnects;

/// <summary>What the store keeps about an interconnect.</summary>
/// <remarks>A class with setters, because the rows of the store are read into it.</remarks>
public sealed class InterconnectRow
{
    public long Id { get; init; }

    /// <summary>Full name.</summary>
    public string Name { get; init; } = "";

    /// <summary>State, which the operator may have changed since the first start (IXC-01).</summary>
    public InterconnectState State { get; init; }

    public int MaxMbps { get; init; }

    /// <summary>Sum over all connections, held bandwidth of updates included (IXC-02).</summary>
    public int ReservedMbps { get; init; }

    /// <summary>What is left, in Mbps.</summary>
    public int FreeMbps => MaxMbps - ReservedMbps;
}
