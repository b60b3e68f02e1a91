using Harness.Lab.Topology;
using Harness.Protocol.Names;
using Harness.Protocol.Resources;
using Harness.Reference.Testbed;

namespace Harness.Cli.Labs;

/// <summary>What the providers of a lab have agreed on, as each of them keeps it.</summary>
internal static class LabTestbed
{
    /// <summary>Id of the only environment.</summary>
    public const string EnvironmentId = "lab";

    private const int GbpsPerMember = 10;
    private const int MbpsPerGbps = 1000;

    private static readonly IReadOnlyList<int> Sizes = [50, 100, 200, 500, 1000, 2000, 5000, 10_000];

    /// <summary>The testbed of one of the two.</summary>
    /// <param name="topology">The lab.</param>
    /// <param name="provider">Id of the provider whose testbed it is.</param>
    /// <param name="peerApiUri">Root of the other one's API.</param>
    public static TestbedModel Of(LabTopology topology, string provider, Uri peerApiUri)
    {
        var own = topology.Providers.Single(it => it.Id == provider);
        var peer = topology.Providers.Single(it => it.Id != provider);
        return new TestbedModel(
            new TestbedProvider(own.Id, own.DisplayName),
            [new TestbedPeer(peer.Id, peer.DisplayName, peerApiUri)],
            [.. topology.Customers.Select(customer => new TestbedAccount(customer.Id))],
            [Environment(topology, own, peer)],
            TimeSpan.FromHours(24));
    }

    private static TestbedEnvironment Environment(LabTopology topology, LabProvider own, LabProvider peer) => new(
        EnvironmentId,
        peer.Id,
        EnvironmentVisibility.Public,
        [.. topology.Providers.Select(it => new TestbedSite(new ProviderName(it.Id), $"{it.Id}-lab", it.DisplayName))],
        Sizes,
        [FeatureType.L3Base],
        DeferralTimeoutHours: 24,
        DeferConnectionProvisioning: false,
        [.. topology.Wired.Select(interconnect => Interconnect(interconnect, topology, own))]);

    private static TestbedInterconnect Interconnect(
        LabInterconnect interconnect, LabTopology topology, LabProvider own) => new(
        interconnect.Id,
        InterconnectState.Active,
        interconnect.Channels.Min(channel => channel.Members) * GbpsPerMember * MbpsPerGbps,
        Sizes,
        [FeatureType.L3Base],
        MacsecSplitAgreed: false,
        TestbedGuidance.Default with { OwnAsn = own.Asn },
        [.. interconnect.Channels.Select((channel, index) => Channel(channel, index, topology, own))]);

    // Every other channel is the other provider's to rotate, which splits the duty evenly (CHN-02).
    private static TestbedChannel Channel(LabChannel channel, int index, LabTopology topology, LabProvider own)
    {
        var device = channel.First.Provider == own.Id ? channel.First : channel.Second;
        var manager = new ProviderName(topology.Providers[index % topology.Providers.Count].Id);
        return new TestbedChannel(
            channel.Id,
            device.Node,
            manager,
            manager,
            channel.Members * GbpsPerMember,
            GbpsPerMember,
            Demarc: null,
            AdminState.Enabled);
    }
}
