using Harness.Features.Labs;
using Harness.Features.Labs.Timelines;
using Harness.Lab.Pictures;
using Harness.Lab.Routers;
using Harness.Lab.Runtimes;
using Harness.Lab.Topology;
using Harness.Lab.Wiring;

namespace Harness.Tests.Features.Labs;

/// <summary>
/// The default lab without routers and coordinators, whose channels carry 1,000 packets a second. Its time only passes
/// when a connection moves, and between two looks.
/// </summary>
internal sealed class ScriptedBench : ILabBench
{
    private readonly SteppedTime time = new() { PassesBy = TimeSpan.FromSeconds(1) };

    /// <param name="lost">Numbers of the packets that are lost.</param>
    public ScriptedBench(params IEnumerable<int> lost) => Lab = new ScriptedLab(lost)
    {
        Writes = _ => ScriptedLab.Counters(time.GetTimestamp() / TimeSpan.TicksPerMillisecond),
    };

    public ScriptedLab Lab { get; }

    /// <summary>What goes wrong when old channels are drained.</summary>
    public Action Goes { get; init; } = () => { };

    public IRunningLab Running => Lab;

    public LabWiring Wiring { get; } = LabWiring.Of(BuiltInLabs.Load(BuiltInLabs.Default));

    public TimeProvider Time => time;

    public ChannelWatch Channels { get; } = new();

    public Task<LabConnection> ConnectAsync(string customer, CancellationToken cancellation)
    {
        var connection = On("ix1", customer);
        Say(connection, ChannelState.Carrying);
        return Task.FromResult(connection);
    }

    /// <summary>Old channels are drained after 5 s; after 10 s they are gone, and the new ones carry traffic.</summary>
    public Task<LabConnection> MigrateAsync(LabConnection connection, CancellationToken cancellation)
    {
        var moved = On("ix2", connection.Tenant.Customer);
        time.Advance(TimeSpan.FromSeconds(5));
        Say(connection, ChannelState.Drained);
        Goes();
        time.Advance(TimeSpan.FromSeconds(5));
        Say(connection, null);
        Say(moved, ChannelState.Carrying);
        time.Advance(TimeSpan.FromSeconds(10));
        return Task.FromResult(moved);
    }

    public Task<LabConnection> DeleteFeatureAsync(
        LabConnection connection, WiredChannel channel, CancellationToken cancellation) =>
        throw new NotSupportedException("nothing is deleted here");

    public Task RotateAsync(WiredChannel channel, CancellationToken cancellation) =>
        throw new NotSupportedException("there are no keys here");

    public Task BeginMaintenanceAsync(WiredChannel channel, CancellationToken cancellation) =>
        throw new NotSupportedException("nothing is maintained here");

    public Task<bool> RefusesMaintenanceAsync(string provider, WiredChannel channel, CancellationToken cancellation) =>
        throw new NotSupportedException("nothing is maintained here");

    public Task EndMaintenanceAsync(CancellationToken cancellation) =>
        throw new NotSupportedException("nothing is maintained here");

    public ValueTask DisposeAsync() => Lab.DisposeAsync();

    private void Say(LabConnection connection, ChannelState? state)
    {
        foreach (var (channel, _, _) in connection.Features)
            Channels.Say(new ChannelChange(channel, connection.Tenant, "the bench", state));
    }

    private LabConnection On(string interconnect, string customer)
    {
        const int prefixes = 100;
        var tenant = Wiring.Tenants.Single(it => it.Customer == customer);
        var sample = SampleConnection.Between(Wiring, tenant, interconnect, new Random(1));
        var (first, second) = (Wiring.Topology.Providers[0].Id, Wiring.Topology.Providers[1].Id);
        return new LabConnection("c-1", tenant, interconnect,
        [
            .. sample.Features.Select(it => (
                it.Channel,
                ChannelFeature.Of(Wiring, it.Channel, first, tenant, it.Config, prefixes),
                ChannelFeature.Of(Wiring, it.Channel, second, tenant, it.Config, prefixes))),
        ]);
    }
}
