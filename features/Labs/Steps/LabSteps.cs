using Harness.Certification.Bindings;
using Harness.Certification.Checks;
using Harness.Certification.Verdicts;
using Harness.Lab.Routers;
using Harness.Lab.Measuring.Routers;
using Harness.Lab.Wiring;

namespace Harness.Features.Labs.Steps;

/// <summary>Connections on the lab: their sessions, their size, their routes.</summary>
[Binding]
public sealed class LabSteps(LabWorld world)
{
    private const int HeaderOctets = 28;

    private readonly List<LabConnection> connections = [];

    [Given("a connection of customer {word}")]
    public async Task AConnection(string customer)
    {
        if (world.Bench.Wiring.Tenants.All(tenant => tenant.Customer != customer))
            throw new SkipException($"the topology has no customer {customer}");
        var connection = await world.Bench.ConnectAsync(customer, world.Cancellation);
        connections.Add(connection);
        if (connections.Count == 1)
            world.Connection = connection;
    }

    [Then("BGP is established on every FINAL feature, in both address families")]
    public async Task EverySessionIsEstablished()
    {
        foreach (var (_, first, second) in world.Connection.Features)
            foreach (var feature in (ChannelFeature[])[first, second])
            {
                Check.Equal($"the address families of {feature}", 2, feature.Sessions.Count());
                Check.Empty($"the sessions of {feature} that are not established", await NotEstablishedAsync(feature));
            }
    }

    [When("the sessions of the first channel are shut down on one router")]
    public Task TheSessionsAreShutDown()
    {
        var feature = world.FirstChannel.First;
        var changes = new FeatureChanges(world.Abilities);
        world.Timeline.Begin($"the sessions of {world.FirstChannel.Channel.Channel.Id} are shut down");
        return world.BreakAsync(
            world.FirstChannel.Channel, [changes.Shutdown(feature)], [changes.Startup(feature)]);
    }

    [Then("BGP is not established on the feature of the first channel")]
    public async Task NoSessionIsEstablished() => Check.Equal(
        "the sessions that are not established",
        2,
        (await NotEstablishedAsync(world.FirstChannel.First)).Count);

    [Then("the sessions of the first channel come back when they are let")]
    public async Task TheSessionsComeBack()
    {
        await world.UndoAsync(world.Cancellation);
        await LabWait.UntilAsync(
            world,
            "the sessions of the first channel",
            async () => await NotEstablishedAsync(world.FirstChannel.First),
            missing => missing.Count == 0,
            "established");
    }

    [Then("a packet of the negotiated MTU crosses between the customer's hosts, and a larger one does not")]
    public async Task TheMtuIsWhatWasNegotiated()
    {
        var mtu = world.Connection.Features.Min(feature => feature.First.MtuBytes);
        var (host, there) = (world.Sites[0].Site.Host, $"{world.Sites[1].HostAddress}");
        var whole = await PingAsync(host, there, mtu - HeaderOctets);
        var larger = await PingAsync(host, there, mtu - HeaderOctets + 1);
        Check.That($"a packet of {mtu} octets", whole, "an answer", "none");
        Check.That($"a packet of {mtu + 1} octets", !larger, "no answer", "one");
    }

    [Then("no routing table of one customer holds a network of the other")]
    public async Task NoRouteLeaks()
    {
        if (!world.Abilities.Vrf)
            throw new SkipException("the routers' kernel has no VRF: customers share one routing table");
        Check.Equal("the customers with a connection", 2, connections.Select(it => it.Tenant).Distinct().Count());
        foreach (var device in world.Bench.Wiring.Devices)
            foreach (var tenant in connections.Select(connection => connection.Tenant))
            {
                string[] command = ["ip", "-j", "route", "show", "vrf", tenant.Vrf];
                var routes = KernelRoute.ReadAll(await world.ReadAsync(device.Node, command));
                var own = NetworksOf(tenant);
                Check.That(
                    $"the table of {tenant.Customer} on {device.Node}",
                    routes.Any(route => own.Contains(route.Dst)),
                    $"a network of {tenant.Customer}",
                    "none: nothing was compared");
                Check.Empty(
                    $"networks of others in the table of {tenant.Customer} on {device.Node}",
                    [.. routes.Select(route => route.Dst).Where(dst => Foreign(dst, tenant))]);
            }
    }

    private async Task<bool> PingAsync(string host, string address, int octets) => (await world.RunAsync(
        host, "ping", "-n", "-c", "1", "-W", "2", "-M", "do", "-s", $"{octets}", address)).Succeeded;

    private async Task<IReadOnlyList<string>> NotEstablishedAsync(ChannelFeature feature)
    {
        var vrf = world.Abilities.Vrf ? $"vrf {feature.Tenant.Vrf} " : "";
        var json = await world.ReadAsync(feature.End.Node, "vtysh", "-c", $"show bgp {vrf}summary json");
        return BgpSummary.Read(json).NotEstablished(feature.Sessions.Select(session => $"{session.Peer}"));
    }

    private bool Foreign(string network, Tenant tenant) => world.Bench.Wiring.Tenants
        .Where(other => other != tenant)
        .Any(other => NetworksOf(other).Contains(network));

    private HashSet<string> NetworksOf(Tenant tenant) =>
        [.. world.Bench.Wiring.Sites.Where(site => site.Tenant == tenant).Select(site => $"{site.Network.Ipv4}")];
}
