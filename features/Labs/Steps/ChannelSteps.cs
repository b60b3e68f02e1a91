using Harness.Certification.Bindings;
using Harness.Certification.Checks;
using Harness.Lab.Routers;
using Harness.Lab.Wiring;

namespace Harness.Features.Labs.Steps;

/// <summary>What happens to a channel while customers use it.</summary>
[Binding]
public sealed class ChannelSteps(LabWorld world, ChannelCounters counters)
{
    // Sessions and BFD go on over a drained channel; customers' packets are many times as many.
    private const int MostWithoutTraffic = 60;

    // Of 64 flows at 1000 packets a second six have to be there. A hash that spreads them over four channels puts fewer
    // on one of them in one case of two thousand.
    private const int LeastWithTraffic = 90;

    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1);

    private readonly List<string> maintained = [];

    private string First => world.FirstChannel.Channel.Channel.Id;

    [When("an operator takes the feature of the first channel away, and it is created again")]
    public async Task TheFeatureIsTakenAway()
    {
        world.Timeline.Begin($"the feature of {First} is taken away and created again");
        world.Connection = await world.Bench.DeleteFeatureAsync(
            world.Connection, world.FirstChannel.Channel, world.Cancellation);
    }

    [When("an operator moves the connection to the other interconnect")]
    public async Task TheConnectionMoves()
    {
        world.Timeline.Begin("the connection moves to the other interconnect");
        world.Connection = await world.Bench.MigrateAsync(world.Connection, world.Cancellation);
    }

    [When("the interface of the first channel's feature is taken down on one router")]
    public Task TheInterfaceIsTakenDown()
    {
        var feature = world.FirstChannel.First;
        world.Timeline.Begin($"the interface of {First}'s feature is taken down");
        return world.BreakAsync(
            world.FirstChannel.Channel,
            [Ip(feature.End, $"link set {feature.Interface} down")],
            [Ip(feature.End, $"link set {feature.Interface} up")]);
    }

    [When("the wires of the first channel are cut")]
    public Task TheWiresAreCut()
    {
        var channel = world.FirstChannel.Channel;
        var end = channel.First;
        world.Timeline.Begin($"the wires of {First} are cut");
        return world.BreakAsync(
            channel,
            end.Members.Select(member => Ip(end, $"link set {member} down")),
            end.Members.Select(member => Ip(end, $"link set {member} up")));
    }

    [When("the wires of the first channel are joined again")]
    public Task TheWiresAreJoined()
    {
        world.Timeline.Begin($"the wires of {First} are joined again");
        return world.UndoAsync(world.Cancellation);
    }

    [When("an operator plans maintenance of the first channel, and its time comes")]
    public async Task MaintenanceBegins()
    {
        world.AtEnd(world.Bench.EndMaintenanceAsync);
        world.Timeline.Begin($"maintenance of {First} is about to begin");
        await world.Bench.BeginMaintenanceAsync(world.FirstChannel.Channel, world.Cancellation);
    }

    [When("the maintenance is over")]
    public Task MaintenanceIsOver()
    {
        world.Timeline.Begin("the maintenance is over");
        return world.Bench.EndMaintenanceAsync(world.Cancellation);
    }

    [When("every channel of the connection is maintained in turn")]
    public async Task EveryChannelIsMaintained()
    {
        world.AtEnd(world.Bench.EndMaintenanceAsync);
        foreach (var (channel, first, _) in world.Connection.Features)
        {
            world.Timeline.Begin($"{channel.Channel.Id} is maintained");
            await world.Bench.BeginMaintenanceAsync(channel, world.Cancellation);
            await LeavesAsync(first, traffic: false);
            await OthersCarryAsync(channel);
            maintained.Add(channel.Channel.Id);
            await world.Bench.EndMaintenanceAsync(world.Cancellation);
            await LeavesAsync(first, traffic: true);
        }
    }

    [Then("each was drained alone")]
    public void EachWasDrainedAlone() => Check.SameItems(
        "the channels that were drained",
        [.. world.Connection.Features.Select(feature => feature.Channel.Channel.Id)],
        maintained);

    [Then("maintenance of a second device at the same time is refused at either provider")]
    public async Task ASecondDeviceIsRefused()
    {
        var (one, other) = (world.Connection.Features[0].Channel, world.Connection.Features[1].Channel);
        world.Timeline.Begin($"{one.Channel.Id} is maintained, and {other.Channel.Id} is to be at the same time");
        await world.Bench.BeginMaintenanceAsync(one, world.Cancellation);
        foreach (var provider in world.Bench.Wiring.Topology.Providers)
            await LabWait.UntilAsync(
                world,
                $"maintenance of {other.Channel.Id} at {provider.Id} during that of {one.Channel.Id}",
                () => world.Bench.RefusesMaintenanceAsync(provider.Id, other, world.Cancellation),
                refused => refused,
                "refused");
    }

    /// <summary>At either end: the other end hears of a drain a little later.</summary>
    [Then("no traffic leaves by the first channel")]
    public async Task NoTrafficLeaves()
    {
        await LeavesAsync(world.FirstChannel.First, traffic: false);
        await LeavesAsync(world.FirstChannel.Second, traffic: false);
    }

    [Then("traffic leaves by the first channel")]
    public async Task TrafficLeaves()
    {
        await LeavesAsync(world.FirstChannel.First, traffic: true);
        await LeavesAsync(world.FirstChannel.Second, traffic: true);
    }

    private async Task LeavesAsync(ChannelFeature feature, bool traffic)
    {
        var began = world.Bench.Time.GetTimestamp();
        await LabWait.UntilAsync(
            world,
            $"packets a second that {feature.End.Device.Provider} sends by {feature.End.ChannelId}",
            RateOf(feature),
            rate => traffic ? rate >= LeastWithTraffic : rate <= MostWithoutTraffic,
            traffic ? $"at least {LeastWithTraffic}" : $"at most {MostWithoutTraffic}, which sessions and BFD send",
            soon: !traffic);
        var took = world.Bench.Time.GetElapsedTime(began);
        world.Scenario.Note(string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{(traffic ? "traffic is back on" : "traffic has left")} {feature.End.ChannelId}, seen after "
            + $"{took.TotalSeconds:0.0} s at {feature.End.Device.Provider}"));
    }

    private async Task OthersCarryAsync(WiredChannel drained)
    {
        foreach (var (_, first, _) in world.Connection.Features.Where(it => it.Channel != drained))
            await LeavesAsync(first, traffic: true);
    }

    // What one end sends a second, by its kernel's counter and real time, over the last window that is whole; null
    // before the first one is.
    private Func<Task<long?>> RateOf(ChannelFeature feature)
    {
        (long At, long Packets)? before = null;
        long? rate = null;
        return async () =>
        {
            var now = (At: world.Bench.Time.GetTimestamp(), Packets: await counters.ReadAsync(feature));
            before ??= now;
            var (at, packets) = before.Value;
            var elapsed = world.Bench.Time.GetElapsedTime(at, now.At);
            if (elapsed >= Window)
            {
                before = now;
                rate = (long)((now.Packets - packets) / elapsed.TotalSeconds);
            }

            return rate;
        };
    }

    private static RouterChange Ip(ChannelEnd end, string line) =>
        new(end.Node, RouterTool.Ip, [new RouterLine(line)]);
}
