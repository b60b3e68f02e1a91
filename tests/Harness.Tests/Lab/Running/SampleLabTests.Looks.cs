using Harness.Lab.Measuring.Meter;
using Harness.Lab.Routers;
using Harness.Lab.Routers.MacSec;
using Harness.Lab.Running;
using Harness.Lab.Wiring;
using NUnit.Framework;

namespace Harness.Tests.Lab.Running;

/// <content>What the tests do to the lab, and where they look.</content>
public sealed partial class SampleLabTests
{
    private static SecureAssociation Key(int seed, int number) => SampleConnection.Key(new Random(seed), number);

    private static IEnumerable<RouterChange> Rekeyed(ChannelEnd end, ChannelEnd peer, SecureAssociation key) =>
    [
        MacSecChanges.AddReceive(end, peer, key),
        MacSecChanges.AddTransmit(end, key),
        MacSecChanges.Use(end, key.Number),
    ];

    private static IEnumerable<RouterChange> Removed(ChannelEnd end, ChannelEnd peer, int number) =>
        [MacSecChanges.RemoveTransmit(end, number), MacSecChanges.RemoveReceive(end, peer, number)];

    private ChannelFeature[] FeaturesOf(WiredChannel channel) =>
    [
        .. Lab.Wiring.Topology.Providers
            .SelectMany(provider => Lab.Connections[0].FeaturesOf(Lab.Wiring, provider))
            .Where(feature => feature.End == channel.First || feature.End == channel.Second),
    ];

    private CustomerNetwork FarOf(ChannelFeature feature) =>
        Lab.Wiring.Sites.Single(site => site.Site.Provider != feature.End.Device.Provider).Network;

    // By which of their wires the two sites reach each other.
    private async Task AwaitPathsAsync(params string[][] wires)
    {
        await AwaitRouteAsync("red-aurora", null, Lab.Wiring.Sites[1].Network, wires[0]);
        await AwaitRouteAsync("red-borealis", null, Lab.Wiring.Sites[0].Network, wires[1]);
    }

    private async Task AwaitRouteAsync(string node, string? vrf, CustomerNetwork far, string[] interfaces)
    {
        foreach (var network in new[] { far.Ipv4, far.Ipv6 })
        {
            var route = new ExpectedRoute(node, vrf, network, interfaces);
            await Routers.UntilAsync($"{route}", stop => route.MissingAsync(Routers, stop), CancellationToken.None);
        }
    }

    private async Task<LossMeasurement> MeasureAsync(int port)
    {
        var ends = Lab.Wiring.Sites.Select(site => new MeterEnd(site.Site.Host, site.HostAddress)).ToArray();
        return await new LossMeter(Lab.Running, TimeProvider.System).StartAsync(
            ends[0], ends[1], Traffic.Ordinary, port, CancellationToken.None);
    }

    private async Task<long[]> EncryptedAsync()
    {
        var ends = Lab.Wiring.Channels.SelectMany(channel => new[] { channel.First, channel.Second });
        var status = await Task.WhenAll(ends.Select(end => Routers.ReadMacSecAsync(end, CancellationToken.None)));
        return [.. status.Select(one => one.SaList.Sum(key => key.OutPktsEncrypted))];
    }

    private async Task<string> RunAsync(string node, params string[] arguments)
    {
        var result = await Lab.Running.Node(node).RunAsync(arguments, null, _deadline, CancellationToken.None);
        Assert.That(result.Succeeded, $"{node}: {string.Join(' ', arguments)}: {result.Output}{result.Error}");
        return result.Output;
    }
}
