using Harness.Protocol.Names;
using Harness.Protocol.Resources;
using Harness.Reference.Common;
using Harness.Reference.Connections;
using Harness.Reference.Errors;
using Harness.Reference.Store;
using Harness.Reference.Testbed;

namespace Harness.Reference.Features;

/// <summary>Answers the guidance of a connection. It reserves nothing.</summary>
public sealed class GuidanceOperations(Coordinator coordinator)
{
    /// <summary>One guidance for every channel of the connection's interconnect (GUI-01).</summary>
    public Task<Outcome<GenerateFeatureGuidanceResponse>> GenerateAsync(
        ConnectionName name, CancellationToken cancellation) =>
        coordinator.Store.ReadAsync<Outcome<GenerateFeatureGuidanceResponse>>(
            async transaction =>
            {
                var row = await ConnectionStore.FindAsync(transaction, name);
                if (coordinator.Rules.Decide(CommonRules.ResourceExists, (name, row is not null)) is { } missing)
                    return missing;
                var interconnect = coordinator.Testbed.Find(name.Interconnect)!;
                var guidance = new List<FeatureGuidance>();
                foreach (var channel in coordinator.Rules.Decide(GuidanceRules.GuidedChannels, interconnect.Channels))
                    guidance.Add(await GuideAsync(transaction, name, interconnect.Guidance, channel));
                return new GenerateFeatureGuidanceResponse(guidance);
            },
            cancellation);

    private static async Task<FeatureGuidance> GuideAsync(
        StoreTransaction transaction, ConnectionName name, TestbedGuidance settings, TestbedChannel channel)
    {
        var channelName = name.Interconnect.Channel(channel.Id).ToString();
        var preference = new SubnetPreference(transaction, channelName);
        // Every connection begins to look elsewhere, so that those negotiated side by side seldom meet.
        var seed = ChannelSeed.Of(name, channel.Id);
        return new FeatureGuidance(
            FeatureType.L3Base,
            channelName,
            channel.AdminState,
            new L3BaseGuidance(
                [.. settings.AsnRanges.Select(range => new AsnRange(range.Start, range.Stop))],
                await PoolsAsync(preference, settings.Ipv4Pools, settings.Ipv4PrefixLengths, seed),
                await PoolsAsync(preference, settings.Ipv6Pools, settings.Ipv6PrefixLengths, seed),
                settings.Ipv4PrefixLengths,
                settings.Ipv6PrefixLengths,
                [.. settings.VlanRanges.Select(range => new VlanRange((int)range.Start, (int)range.Stop))],
                [.. settings.MtuRanges.Select(range => new MtuRange((int)range.Start, (int)range.Stop))],
                settings.MaxReceivedBgpRoutePrefixes));
    }

    private static async Task<IReadOnlyList<SubnetGuidance>> PoolsAsync(
        SubnetPreference preference, IReadOnlyList<SubnetPool> pools, IReadOnlyList<int> lengths, UInt128 seed)
    {
        var guidance = new List<SubnetGuidance>();
        foreach (var pool in pools)
        {
            var preferred = await preference.FindAsync(pool, lengths, seed);
            guidance.Add(new SubnetGuidance(
                pool.Include.ToString(),
                [.. pool.Exclude.Select(part => part.ToString())],
                preferred?.ToString()));
        }

        return guidance;
    }
}
