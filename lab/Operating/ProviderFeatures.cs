using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Sockets;
using Harness.Lab.Measuring.Routers;
using Harness.Lab.Routers;
using Harness.Lab.Waiting;

namespace Harness.Lab.Operating;

/// <summary>
/// One provider's end of features: brought up, drained and taken away on its own routers, whatever the other provider
/// does at the same time.
/// </summary>
/// <param name="routers">The provider's routers.</param>
/// <param name="time">Real time.</param>
public sealed class ProviderFeatures(ProviderRouters routers, TimeProvider time)
{
    private const int IcmpOctets = 28;
    private const int Icmp6Octets = 48;

    // In both directions within CountFor: sessions and BFD go on over a drained feature.
    private const int MostWithoutTraffic = 40;

    // Long after an ordinary session is established.
    private const int LooksBeforeClear = 10;

    private static readonly TimeSpan CountFor = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan DrainDeadline = TimeSpan.FromSeconds(20);

    private readonly FeatureChanges changes = new(routers.Abilities);
    private readonly ConcurrentDictionary<string, ChannelFeature> there = new(StringComparer.Ordinal);

    // What is built and what is taken away on a router may have the same interface: one change at a time.
    private readonly ConcurrentDictionary<string, SemaphoreSlim> turns = new(StringComparer.Ordinal);

    /// <summary>
    /// Brings a feature up and completes when it is in the network: the sessions are established, a packet of full size
    /// crosses without being fragmented, and the kernel has routes to the customer's networks at the other provider.
    /// </summary>
    /// <param name="name">Tells features apart.</param>
    /// <param name="feature">What was negotiated. The same as before is left as it is.</param>
    /// <param name="routed">Whether the customer has a site at the other provider, so that routes are to be expected.
    /// </param>
    /// <param name="cancellation">Of the caller.</param>
    public async Task ActivateAsync(
        string name, ChannelFeature feature, bool routed, CancellationToken cancellation)
    {
        await InTurnAsync(feature, () => BuildAsync(name, feature, cancellation), cancellation);
        var looks = 0;
        await routers.UntilAsync(
            $"BGP sessions of {feature}",
            stop => NotEstablishedAsync(feature, ++looks % LooksBeforeClear == 0, stop),
            cancellation);
        await routers.UntilAsync(
            $"a packet of {feature.MtuBytes} octets to cross by {feature}",
            stop => NotCrossedAsync(feature, stop),
            cancellation);
        await routers.ApplyAsync(changes.Undrain(feature), cancellation);
        if (!routed)
            return;
        await routers.UntilAsync(
            $"routes of {feature.Tenant.Customer} to the other provider in the kernel of {feature.End.Node}",
            stop => UnroutedAsync(feature, stop),
            cancellation);
    }

    /// <summary>
    /// Makes every other path preferred, and completes when no traffic takes the feature any more in either direction,
    /// as the router counts it. Where there is no other path it stays in use, and is not waited for for ever.
    /// </summary>
    public async Task DrainAsync(string name, CancellationToken cancellation)
    {
        if (!there.TryGetValue(name, out var feature))
            return;
        await routers.ApplyAsync(changes.Drain(feature), cancellation);
        long? last = null;
        await Poll.UntilAsync(
            async stop =>
            {
                var packets = await PacketsAsync(feature, stop);
                var stands = packets - last <= MostWithoutTraffic;
                last = packets;
                return stands;
            },
            new Patience(DrainDeadline, CountFor, time),
            cancellation);
    }

    /// <summary>Takes a drain back.</summary>
    public async Task RestoreAsync(string name, CancellationToken cancellation)
    {
        if (there.TryGetValue(name, out var feature))
            await routers.ApplyAsync(changes.Undrain(feature), cancellation);
    }

    /// <summary>Takes a feature away; done at once where there is none of that name.</summary>
    public async Task DeactivateAsync(string name, CancellationToken cancellation)
    {
        if (there.TryGetValue(name, out var feature))
            await InTurnAsync(feature, () => RemoveAsync(name, cancellation), cancellation);
    }

    /// <summary>The features that are there, by name.</summary>
    public IReadOnlyDictionary<string, ChannelFeature> There => there;

    private async Task BuildAsync(string name, ChannelFeature feature, CancellationToken cancellation)
    {
        if (there.TryGetValue(name, out var before) && before == feature)
            return;
        // A VLAN id is free again before its last feature is gone from the network: what is still there goes first.
        foreach (var (other, built) in there)
            if (other == name || (built.End == feature.End && built.VlanId == feature.VlanId))
                await RemoveAsync(other, cancellation);
        // What an attempt has left that failed half-way would be in the way of the next one.
        await routers.SucceedsAsync(feature.End.Node, ["ip", "link", "del", feature.Interface], cancellation);
        foreach (var change in changes.Up(feature, drained: true))
            await routers.ApplyAsync(change, cancellation);
        there[name] = feature;
    }

    private async Task RemoveAsync(string name, CancellationToken cancellation)
    {
        if (!there.TryGetValue(name, out var feature))
            return;
        await routers.ApplyAsync(changes.Shutdown(feature), cancellation);
        foreach (var change in changes.Down(feature))
            await routers.ApplyAsync(change, cancellation);
        there.TryRemove(name, out _);
    }

    private async Task InTurnAsync(ChannelFeature feature, Func<Task> change, CancellationToken cancellation)
    {
        var turn = turns.GetOrAdd(feature.End.Node, _ => new SemaphoreSlim(1));
        await turn.WaitAsync(cancellation);
        try
        {
            await change();
        }
        finally
        {
            turn.Release();
        }
    }

    // FRR tries a session anew ever later, in the end every two minutes, where the first attempts fail, as they do on a
    // busy machine when the daemon has not heard of the interface's address yet. A session that is cleared begins anew.
    private async Task<string?> NotEstablishedAsync(
        ChannelFeature feature, bool clears, CancellationToken cancellation)
    {
        var vrf = routers.Abilities.Vrf ? $"vrf {feature.Tenant.Vrf} " : "";
        var json = await routers.ReadAsync(
            feature.End.Node, ["vtysh", "-c", $"show bgp {vrf}summary json"], cancellation);
        var summary = BgpSummary.Read(json);
        var peers = feature.Sessions.Select(session => $"{session.Peer}").ToList();
        foreach (var peer in peers.Where(peer => clears && summary.Peers.GetValueOrDefault(peer)?.State == "Idle"))
            await routers.SucceedsAsync(feature.End.Node, ["vtysh", "-c", $"clear bgp {vrf}{peer}"], cancellation);
        var missing = summary.NotEstablished(peers);
        return missing.Count == 0 ? null : string.Join(", ", missing);
    }

    private async Task<string?> NotCrossedAsync(ChannelFeature feature, CancellationToken cancellation)
    {
        foreach (var session in feature.Sessions)
        {
            var headers = session.Peer.AddressFamily == AddressFamily.InterNetwork ? IcmpOctets : Icmp6Octets;
            var octets = (feature.MtuBytes - headers).ToString(CultureInfo.InvariantCulture);
            IReadOnlyList<string> ping =
                ["ping", "-c", "1", "-W", "1", "-M", "do", "-s", octets, "-I", feature.Interface, $"{session.Peer}"];
            if (!await routers.SucceedsAsync(feature.End.Node, ping, cancellation))
                return $"no answer from {session.Peer}";
        }

        return null;
    }

    // By whichever of the customer's features: one that the other end has drained is not used while there are others.
    private async Task<string?> UnroutedAsync(ChannelFeature feature, CancellationToken cancellation)
    {
        var ways = there.Values
            .Where(other => other.End.Node == feature.End.Node && other.Tenant == feature.Tenant)
            .Select(other => other.Interface)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var session in feature.Sessions)
        {
            IReadOnlyList<string> command =
            [
                "ip", "-j", session.Family == "ipv6" ? "-6" : "-4", "route", "show",
                .. routers.Abilities.Vrf ? new[] { "vrf", feature.Tenant.Vrf } : [],
            ];
            var routes = KernelRoute.ReadAll(await routers.ReadAsync(feature.End.Node, command, cancellation));
            var beyond = routes.Where(route => route is not { Gateway: null, NextHops: null });
            if (!beyond.Any(route => route.Interfaces.Any(ways.Contains)))
                return $"none of {session.Family}";
        }

        return null;
    }

    private async Task<long> PacketsAsync(ChannelFeature feature, CancellationToken cancellation)
    {
        IReadOnlyList<string> command = ["ip", "-s", "-j", "link", "show", "dev", feature.Interface];
        return LinkCounters.Read(await routers.ReadAsync(feature.End.Node, command, cancellation)).Packets;
    }
}
