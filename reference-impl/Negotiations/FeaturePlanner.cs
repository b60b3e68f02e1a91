using System.Net.Sockets;
using Harness.Protocol.Names;
using Harness.Protocol.Resources;
using Harness.Reference.Features;
using Harness.Reference.Store;
using Harness.Reference.Testbed;

namespace Harness.Reference.Negotiations;

/// <summary>Chooses the parameters of a proposal, free ones inside the guidance of both providers (FEA-11).</summary>
internal sealed class FeaturePlanner(Coordinator coordinator)
{
    /// <summary>The parameters to propose; null where the channel has none to offer.</summary>
    public async Task<L3BaseConfig?> PlanAsync(
        StoreTransaction transaction,
        ConnectionName connection,
        ChannelName channel,
        L3BaseGuidance? guidance,
        IReadOnlyList<ChannelParameters> refused)
    {
        var own = coordinator.Testbed.Find(channel.Interconnect)!.Guidance;
        var seed = ChannelSeed.Of(connection, channel.Id);
        var taken = await FeatureStore.TakenVlansAsync(transaction, channel.ToString());
        HashSet<int> unusable = [.. taken, .. refused.Select(one => one.VlanId)];
        var rules = coordinator.Rules;
        var vlan = rules.Decide(
            ProposalRules.Vlan, new VlanCase(own.VlanRanges, PeerGuidance.Vlans(guidance), unusable, seed));
        var mtu = rules.Decide(ProposalRules.Mtu, new MtuCase(own.MtuRanges, PeerGuidance.Mtus(guidance)));
        var asns = rules.Decide(
            ProposalRules.Asns, new AsnCase(own.OwnAsn, own.AsnRanges, PeerGuidance.Asns(guidance)));
        var elsewhere = (await FeatureStore.ElsewhereAsync(transaction, connection.Connection, channel.ToString()))
            .Select(ChannelParameters.Of)
            .ToArray();
        var ipv4 = await ChooseAsync(transaction, channel, Ipv4Of(own, guidance, refused, elsewhere), seed);
        if (vlan is null || mtu is null || asns is not { } asn || ipv4 is not { } subnet)
            return null;
        // IPv6 is proposed where both offer it; a feature does without where it has run out.
        var ipv6 = guidance?.Ipv6SubnetGuidance is null or []
            ? null
            : await ChooseAsync(transaction, channel, Ipv6Of(own, guidance, refused, elsewhere), seed);
        return new L3BaseConfig(
            Address(subnet),
            subnet.PrefixLength,
            ipv6 is { } six ? Address(six) : null,
            ipv6?.PrefixLength,
            mtu,
            vlan,
            [
                End(coordinator.Testbed.Provider.Id, asn.Own, 0, subnet, ipv6),
                End(channel.Interconnect.Environment.Provider.Id, asn.Peer, 1, subnet, ipv6),
            ]);
    }

    private static SubnetCase Ipv4Of(
        TestbedGuidance own,
        L3BaseGuidance? guidance,
        IReadOnlyList<ChannelParameters> refused,
        IReadOnlyList<ChannelParameters> elsewhere) => new(
        own.Ipv4Pools,
        own.Ipv4PrefixLengths,
        PeerGuidance.Pools(guidance?.Ipv4SubnetGuidance),
        guidance?.Ipv4AllowedSubnetPrefixLengths,
        Subnets(refused, AddressFamily.InterNetwork),
        Subnets(elsewhere, AddressFamily.InterNetwork));

    private static SubnetCase Ipv6Of(
        TestbedGuidance own,
        L3BaseGuidance? guidance,
        IReadOnlyList<ChannelParameters> refused,
        IReadOnlyList<ChannelParameters> elsewhere) => new(
        own.Ipv6Pools,
        own.Ipv6PrefixLengths,
        PeerGuidance.Pools(guidance?.Ipv6SubnetGuidance),
        guidance?.Ipv6AllowedSubnetPrefixLengths,
        Subnets(refused, AddressFamily.InterNetworkV6),
        Subnets(elsewhere, AddressFamily.InterNetworkV6));

    private static IReadOnlyList<IpSubnet> Subnets(IReadOnlyList<ChannelParameters> of, AddressFamily family) =>
        [.. of.SelectMany(one => one.Subnets).Where(subnet => subnet.Family == family)];

    private async Task<IpSubnet?> ChooseAsync(
        StoreTransaction transaction, ChannelName channel, SubnetCase @case, UInt128 seed)
    {
        var scope = coordinator.Rules.Decide(ProposalRules.Subnets, @case);
        foreach (var preferred in scope.Preferred)
            if (HasTwoHosts(preferred) && !await IsTakenAsync(transaction, channel, preferred))
                return preferred;
        var search = new SubnetPreference(transaction, channel.ToString());
        foreach (var pool in scope.Pools)
        {
            var bits = IpSubnet.Of(pool.Include).Bits;
            int[] lengths = [.. scope.Lengths.Where(length => length < bits)];
            if (await search.FindAsync(pool, lengths, seed) is { } free)
                return free;
        }

        return null;
    }

    private static bool HasTwoHosts(IpSubnet subnet) => subnet.PrefixLength < subnet.Bits;

    private static Task<bool> IsTakenAsync(StoreTransaction transaction, ChannelName channel, IpSubnet subnet) =>
        subnet.Family == AddressFamily.InterNetwork
            ? FeatureStore.Ipv4TakenAsync(transaction, channel.ToString(), subnet)
            : FeatureStore.Ipv6TakenAsync(transaction, channel.ToString(), subnet);

    private static string Address(IpSubnet subnet) => subnet.AddressAt(0);

    private static ProviderBgpConfig End(string provider, long asn, int end, IpSubnet ipv4, IpSubnet? ipv6) => new(
        new ProviderName(provider).ToString(), asn, Host(ipv4, end), ipv6 is { } six ? Host(six, end) : null);

    // A pair of addresses has no network address to leave out.
    private static string Host(IpSubnet subnet, int end) =>
        subnet.AddressAt(subnet.PrefixLength == subnet.Bits - 1 ? end : end + 1);
}
