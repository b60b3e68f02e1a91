using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Sockets;
using Harness.Lab.Measuring.Routers;
using Harness.Lab.Routers;

namespace Harness.Lab.Operating;

/// <summary>
/// One provider's end of features: brought up, drained and taken away on its own routers, whatever the other provider
/// does at the same time.
/// </summary>
public sealed class ProviderFeatures(ProviderRouters routers)
{
    private const int IcmpOctets = 28;
    private const int Icmp6Octets = 48;

    private readonly FeatureChanges changes = new(routers.Abilities);
    private readonly ConcurrentDictionary<string, ChannelFeature> there = new(StringComparer.Ordinal);

    /// <summary>
    /// Brings a feature up and completes when it is in the network: the sessions are established, a packet of full size
    /// crosses without being fragmented, and traffic may be drawn.
    /// </summary>
    /// <param name="name">Tells features apart.</param>
    /// <param name="feature">What was negotiated. The same as before is left as it is.</param>
    /// <param name="cancellation">Of the caller.</param>
    public async Task ActivateAsync(string name, ChannelFeature feature, CancellationToken cancellation)
    {
        if (there.TryGetValue(name, out var before) && before != feature)
            await DeactivateAsync(name, cancellation);
        if (!there.ContainsKey(name))
            await BuildAsync(name, feature, cancellation);
        await routers.UntilAsync(
            $"BGP sessions of {feature}", stop => NotEstablishedAsync(feature, stop), cancellation);
        await routers.UntilAsync(
            $"a packet of {feature.MtuBytes} octets to cross by {feature}",
            stop => NotCrossedAsync(feature, stop),
            cancellation);
        await routers.ApplyAsync(changes.Undrain(feature), cancellation);
    }

    /// <summary>
    /// Makes every other path preferred, and completes when no traffic of this end leaves by the feature any more. With
    /// no other path left it stays in use.
    /// </summary>
    public async Task DrainAsync(string name, CancellationToken cancellation)
    {
        if (!there.TryGetValue(name, out var feature))
            return;
        await routers.ApplyAsync(changes.Drain(feature), cancellation);
        await routers.UntilAsync(
            $"traffic to leave {feature}", stop => StillUsedAsync(feature, stop), cancellation);
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
        if (!there.TryGetValue(name, out var feature))
            return;
        await routers.ApplyAsync(changes.Shutdown(feature), cancellation);
        foreach (var change in changes.Down(feature))
            await routers.ApplyAsync(change, cancellation);
        there.TryRemove(name, out _);
    }

    /// <summary>The features that are there, by name.</summary>
    public IReadOnlyDictionary<string, ChannelFeature> There => there;

    private async Task BuildAsync(string name, ChannelFeature feature, CancellationToken cancellation)
    {
        // What an attempt has left that failed half-way would be in the way of the next one.
        await routers.SucceedsAsync(feature.End.Node, ["ip", "link", "del", feature.Interface], cancellation);
        foreach (var change in changes.Up(feature, drained: true))
            await routers.ApplyAsync(change, cancellation);
        there[name] = feature;
    }

    private async Task<string?> NotEstablishedAsync(ChannelFeature feature, CancellationToken cancellation)
    {
        var vrf = routers.Abilities.Vrf ? $"vrf {feature.Tenant.Vrf} " : "";
        var json = await routers.ReadAsync(
            feature.End.Node, ["vtysh", "-c", $"show bgp {vrf}summary json"], cancellation);
        var missing = BgpSummary.Read(json).NotEstablished(feature.Sessions.Select(session => $"{session.Peer}"));
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

    // The kernel's own word: what a packet would be sent by, route by route.
    private async Task<string?> StillUsedAsync(ChannelFeature feature, CancellationToken cancellation)
    {
        foreach (var family in feature.Sessions.Select(session => session.Family))
        {
            IReadOnlyList<string> command =
            [
                "ip", family == "ipv4" ? "-4" : "-6", "-j", "route", "show", "proto", "bgp",
                .. routers.Abilities.Vrf ? (string[])["vrf", feature.Tenant.Vrf] : [],
            ];
            var routes = KernelRoute.ReadAll(await routers.ReadAsync(feature.End.Node, command, cancellation));
            var used = routes.FirstOrDefault(route => route.Interfaces.Contains(feature.Interface));
            if (used is { Interfaces.Count: > 1 })
                return $"{used.Dst} is still routed by {feature.Interface}";
        }

        return null;
    }
}
