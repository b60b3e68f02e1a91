using Harness.Protocol.Resources;

namespace Harness.Reference.Testbed;

/// <summary>An interconnect of an environment.</summary>
/// <param name="Id">The agreed id, unique within the environment.</param>
/// <param name="State">State at first start; the operator may change it later (IXC-01).</param>
/// <param name="MaxBandwidthMbps">Bound of the sum of all connections, in Mbps (IXC-02).</param>
/// <param name="SizesMbps">Supported sizes, at least the environment's (ENV-03).</param>
/// <param name="Features">Supported features, at least the environment's (ENV-03).</param>
/// <param name="MacsecSplitAgreed">Whether the providers agreed on another split of the MACsec duty than even
/// (CHN-02).</param>
/// <param name="Guidance">What feature proposals have to keep to (GUI-02, GUI-03).</param>
/// <param name="Channels">The channels, in the order of the file; their names are free (COM-11).</param>
public sealed record TestbedInterconnect(
    string Id,
    InterconnectState State,
    int MaxBandwidthMbps,
    IReadOnlyList<int> SizesMbps,
    IReadOnlyList<FeatureType> Features,
    bool MacsecSplitAgreed,
    TestbedGuidance Guidance,
    IReadOnlyList<TestbedChannel> Channels)
{
    /// <summary>The channel of that id, or null.</summary>
    public TestbedChannel? FindChannel(string id) => Channels.FirstOrDefault(channel => channel.Id == id);
}
