using Harness.Cli.Pairs;
using Harness.Features.Labs;
using Harness.Features.Labs.Timelines;
using Harness.Lab.Routers;
using Harness.Lab.Runtimes;
using Harness.Lab.Wiring;
using Harness.Protocol.Names;
using Harness.Protocol.Resources;
using Harness.Reference.Testbed;
using EnvironmentName = Harness.Protocol.Names.EnvironmentName;

namespace Harness.Cli.Labs;

/// <summary>A lab whose routers two reference coordinators program, as lab scenarios act on it.</summary>
internal sealed class LabBench : ILabBench
{
    private const int Mbps = 100;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan BakeTime = TimeSpan.FromHours(2);
    private static readonly TimeSpan UntilWindow = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan UntilDrained = TimeSpan.FromMinutes(6);
    private static readonly TimeSpan WindowLength = TimeSpan.FromHours(1);

    private readonly LabPair pair;
    private readonly TestbedModel testbed;
    private readonly Dictionary<string, string> connections = [];
    private (DateTimeOffset Start, DateTimeOffset End) window;

    private LabBench(IRunningLab running, LabWiring wiring, LabPair pair, TimeProvider time)
    {
        Running = running;
        Wiring = wiring;
        this.pair = pair;
        Time = time;
        testbed = LabTestbed.Of(wiring.Topology, pair.First.Id, new Uri("https://localhost/"));
    }

    public IRunningLab Running { get; }

    public LabWiring Wiring { get; }

    public TimeProvider Time { get; }

    public ChannelWatch Channels => pair.Channels;

    /// <summary>The coordinator of the second provider.</summary>
    public Side Partner => pair.Second;

    private EnvironmentName Shared => new ProviderName(pair.Second.Id).Environment(LabTestbed.EnvironmentId);

    /// <summary>Starts the coordinators of a lab that is up, and has them give every channel its first key.</summary>
    /// <param name="running">The lab; disposed of with the bench.</param>
    /// <param name="wiring">How it is wired.</param>
    /// <param name="pair">Its coordinators; disposed of with the bench.</param>
    /// <param name="time">Real time.</param>
    /// <param name="cancellation">Gives it up.</param>
    public static async Task<LabBench> StartAsync(
        IRunningLab running, LabWiring wiring, LabPair pair, TimeProvider time, CancellationToken cancellation)
    {
        var bench = new LabBench(running, wiring, pair, time);
        if (RouterAbilities.Of(running.Suitability).MacSec)
            await Task.WhenAll(wiring.Channels.Select(channel => bench.RotateAsync(channel, null, cancellation)));
        return bench;
    }

    public async Task<LabConnection> ConnectAsync(string customer, CancellationToken cancellation)
    {
        var actions = Actions(cancellation);
        if (!connections.TryGetValue(customer, out var uuid))
        {
            uuid = await actions.CreateAsync(pair.First, LabTestbed.EnvironmentId, Mbps, customer);
            connections.Add(customer, uuid);
        }

        return await InServiceAsync(customer, uuid, _ => true, "in service on every channel", cancellation);
    }

    public async Task<LabConnection> DeleteFeatureAsync(
        LabConnection connection, WiredChannel channel, CancellationToken cancellation)
    {
        var before = (await FeaturesAsync(connection.Uuid, connection.Interconnect, cancellation)).Keys.ToHashSet();
        await Actions(cancellation).DeleteFeatureAsync(pair.First, connection.Uuid, NameOf(channel));
        return await InServiceAsync(
            connection.Tenant.Customer,
            connection.Uuid,
            found => found.Names.Except(before).Count() == 1,
            "in service with another feature in the place of the deleted one",
            cancellation);
    }

    public async Task<LabConnection> MigrateAsync(LabConnection connection, CancellationToken cancellation)
    {
        var to = Wiring.Topology.Wired.First(interconnect => interconnect.Id != connection.Interconnect).Id;
        await Actions(cancellation).MigrateAsync(pair.First, connection.Uuid, to);
        return await InServiceAsync(
            connection.Tenant.Customer,
            connection.Uuid,
            found => found.Connection.Interconnect == to,
            $"in service on {to} alone",
            cancellation);
    }

    public async Task RotateAsync(WiredChannel channel, CancellationToken cancellation)
    {
        var actions = Actions(cancellation);
        await actions.AdvanceAsync(BakeTime);
        var before = await pair.First.ReadKeysAsync(SeenBy(pair.First, channel), cancellation);
        await RotateAsync(channel, before?.Active, cancellation);
    }

    public async Task BeginMaintenanceAsync(WiredChannel channel, CancellationToken cancellation)
    {
        var actions = Actions(cancellation);
        window = (pair.Now + UntilWindow, pair.Now + UntilWindow + WindowLength);
        await actions.Until(
            $"maintenance of {channel.Channel.Id}",
            () => actions.MaintainAsync(pair.First, NameOf(channel), window.Start, window.End),
            answer => answer.IsSuccess,
            "planned");
        await actions.AdvanceAsync(UntilDrained);
    }

    public async Task<bool> RefusesMaintenanceAsync(
        string provider, WiredChannel channel, CancellationToken cancellation)
    {
        var side = pair.Both.Single(it => it.Id == provider);
        var actions = Actions(cancellation);
        var answer = await actions.MaintainAsync(side, NameOf(channel), window.Start, window.End);
        if (answer.Text("maintenanceId") is { } planned)
            await actions.CancelMaintenanceAsync(side, planned);
        return answer.Status == StatusCodes.Status409Conflict;
    }

    public Task EndMaintenanceAsync(CancellationToken cancellation) => pair.Now < window.End
        ? Actions(cancellation).AdvanceAsync(window.End - pair.Now)
        : Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await pair.DisposeAsync();
        await Running.DisposeAsync();
    }

    private async Task RotateAsync(WiredChannel channel, string? before, CancellationToken cancellation)
    {
        var actions = Actions(cancellation);
        var manager = testbed.Find(NameOf(channel))!.MacsecManager.Id;
        await actions.RotateAsync(pair.Both.Single(side => side.Id == manager), NameOf(channel));
        foreach (var side in pair.Both)
            await actions.Until(
                $"the keys of {channel.Channel.Id} at {side.Id}",
                () => side.ReadKeysAsync(SeenBy(side, channel), cancellation),
                state => state is { Count: 1, Active: { } active } && active != before,
                "one key, active, and another than before");
    }

    private async Task<LabConnection> InServiceAsync(
        string customer,
        string uuid,
        Func<(LabConnection Connection, IEnumerable<string> Names), bool> wanted,
        string expected,
        CancellationToken cancellation)
    {
        LabConnection? connection = null;
        await Actions(cancellation).Until(
            $"the connection {uuid} of {customer} at both providers",
            async () =>
            {
                if (await MissingAsync(uuid, cancellation) is { } missing)
                    return string.Join("; ", [missing, .. pair.Unfinished]);
                var interconnect = await PlaceAsync(uuid, cancellation);
                var features = await FeaturesAsync(uuid, interconnect, cancellation);
                connection = Connection(customer, uuid, interconnect, features.Values);
                return wanted((connection, features.Keys)) ? "" : $"it is on {interconnect} as it was";
            },
            missing => missing.Length == 0,
            expected);
        return connection!;
    }

    private async Task<string?> MissingAsync(string uuid, CancellationToken cancellation)
    {
        var one = await ReadAsync(pair.First, uuid, cancellation);
        var other = await ReadAsync(pair.Second, uuid, cancellation);
        return one is null || other is null
            ? "one of them cannot be read"
            : Agreement.Difference(one, other) ?? Agreement.Incomplete(one, Mbps, null, ChannelsOf);
    }

    private async Task<string> PlaceAsync(string uuid, CancellationToken cancellation) =>
        (await ReadAsync(pair.First, uuid, cancellation))![0].Split('/')[1];

    private async Task<List<string>?> ReadAsync(Side side, string uuid, CancellationToken cancellation)
    {
        var lines = await side.ReadAsync(
            Wiring.Topology.Wired.Select(it => SeenBy(side, Shared.Interconnect(it.Id))), cancellation);
        return lines?.Where(line => line.Contains(uuid, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ToList();
    }

    // The features by their full names, as the first provider has them.
    private async Task<Dictionary<string, Feature>> FeaturesAsync(
        string uuid, string interconnect, CancellationToken cancellation)
    {
        var name = Shared.Interconnect(interconnect).Connection(uuid);
        var answer = await pair.First.Api.ListFeaturesAsync(name, cancellation: cancellation);
        return (answer.ValueOrDefault?.Features ?? []).ToDictionary(feature => feature.Name ?? "");
    }

    private LabConnection Connection(
        string customer, string uuid, string interconnect, IEnumerable<Feature> features)
    {
        var tenant = Wiring.Tenants.Single(it => it.Customer == customer);
        var prefixes = TestbedGuidance.Default.MaxReceivedBgpRoutePrefixes;
        ChannelFeature At(WiredChannel channel, string provider, Feature feature) => ChannelFeature.Of(
            Wiring, channel, provider, tenant, feature.FeatureConfig!.L3BaseConfig!, prefixes);
        return new LabConnection(
            uuid,
            tenant,
            interconnect,
            [
                .. from feature in features
                   let id = ResourceName.Parse<ChannelName>(feature.Channel).Id
                   let channel = Wiring.Channel(interconnect, id)
                   orderby channel.Number
                   select (channel, At(channel, pair.First.Id, feature), At(channel, pair.Second.Id, feature)),
            ]);
    }

    private int ChannelsOf(string interconnect) =>
        Wiring.Topology.Wired.Single(it => it.Id == interconnect).Channels.Count;

    private ChannelName NameOf(WiredChannel channel) =>
        Shared.Interconnect(channel.Interconnect.Id).Channel(channel.Channel.Id);

    private ChannelName SeenBy(Side side, WiredChannel channel) => SeenBy(side, NameOf(channel));

    // Each side serves what they share below the other's id.
    private TName SeenBy<TName>(Side side, TName name)
        where TName : ResourceName => name.Below(new ProviderName(pair.Other(side).Id));

    private SideActions Actions(CancellationToken cancellation) => new(pair, Look, Time, cancellation);
}
