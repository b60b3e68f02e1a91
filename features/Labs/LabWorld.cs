using Harness.Certification.Bindings;
using Harness.Certification.Running;
using Harness.Features.Labs.Timelines;
using Harness.Lab.Measuring.Capture;
using Harness.Lab.Measuring.Meter;
using Harness.Lab.Operating;
using Harness.Lab.Pictures;
using Harness.Lab.Routers;
using Harness.Lab.Running;
using Harness.Lab.Runtimes;
using Harness.Lab.Wiring;

namespace Harness.Features.Labs;

/// <summary>What a lab scenario works with. What it has changed on the routers by hand is taken back at its end.
/// </summary>
public sealed class LabWorld : IScenarioScope
{
    private const int FirstPort = 20_000;
    private const int PortsEach = 200;
    private const string ByHand = "the scenario";

    private static readonly TimeSpan CommandDeadline = TimeSpan.FromSeconds(60);

    private static int _measured;

    private readonly ILabBench bench;
    private readonly ScenarioContext scenario;
    private readonly IDisposable following;
    private readonly Stack<Func<CancellationToken, Task>> undoing = [];
    private readonly List<IAsyncDisposable> open = [];
    private LabConnection? connection;

    public LabWorld(ILabBench bench, ScenarioContext scenario)
    {
        this.bench = bench;
        this.scenario = scenario;
        Timeline = new LabTimeline(bench.Time);
        following = bench.Channels.Follow(Timeline.Say);
    }

    public IReadOnlyList<object> Instances => [this];

    public ILabBench Bench => bench;

    public ScenarioContext Scenario => scenario;

    public CancellationToken Cancellation => scenario.CancellationToken;

    /// <summary>What happens, for the picture at the end.</summary>
    public LabTimeline Timeline { get; }

    /// <summary>What the routers' kernel can do.</summary>
    public RouterAbilities Abilities => RouterAbilities.Of(bench.Running.Suitability);

    /// <summary>All routers.</summary>
    public ProviderRouters Routers => new(bench.Running, Abilities, bench.Time);

    /// <summary>The connection of the scenario.</summary>
    public LabConnection Connection
    {
        get => connection ?? throw new InvalidOperationException("the scenario has no connection yet");
        set => connection = value;
    }

    /// <summary>The first channel of the connection.</summary>
    public (WiredChannel Channel, ChannelFeature First, ChannelFeature Second) FirstChannel => Connection.Features[0];

    /// <summary>The traffic that goes on.</summary>
    public LossMeasurement? Traffic { get; set; }

    /// <summary>The capture that goes on.</summary>
    public WireCapture? Capture { get; private set; }

    /// <summary>The hosts of the connection's customer, one at either provider.</summary>
    public IReadOnlyList<WiredSite> Sites => [.. bench.Wiring.Sites.Where(site => site.Tenant == Connection.Tenant)];

    /// <summary>Begins to measure loss between the customer's hosts.</summary>
    public async Task<LossMeasurement> MeasureAsync()
    {
        var ends = Sites.Select(site => new MeterEnd(site.Site.Host, site.HostAddress)).ToArray();
        var port = FirstPort + (Interlocked.Increment(ref _measured) * PortsEach % FirstPort);
        var measurement = await new LossMeter(bench.Running, bench.Time).StartAsync(
            ends[0], ends[1], Harness.Lab.Measuring.Meter.Traffic.Ordinary, port, Cancellation);
        open.Add(measurement);
        return measurement;
    }

    /// <summary>Ends a measurement, and keeps it for the picture.</summary>
    public async Task<TwoWayLoss> EndAsync(LossMeasurement measurement)
    {
        if (Traffic == measurement)
            Traffic = null;
        var loss = await measurement.StopAsync(Cancellation);
        Timeline.Measured(measurement.Began, Sites[0].Site.Provider, Sites[1].Site.Provider, loss);
        return loss;
    }

    /// <summary>Begins to capture at one end of a channel.</summary>
    /// <param name="end">The end.</param>
    /// <param name="interface">Its interface.</param>
    /// <param name="place">Where that is, in words, for the report.</param>
    public async Task CaptureAsync(ChannelEnd end, string @interface, string place)
    {
        Capture = await WireCapture.StartAsync(bench, end, @interface, place, Cancellation);
        open.Add(Capture);
    }

    /// <summary>Ends the capture, and keeps its file for the report.</summary>
    public async Task<PcapFile> EndCaptureAsync()
    {
        var capture = Capture ?? throw new InvalidOperationException("the scenario captures nothing");
        Capture = null;
        return PcapFile.Read(await capture.EndAsync(scenario));
    }

    /// <summary>Breaks a channel on its routers, until the end of the scenario.</summary>
    public async Task BreakAsync(
        WiredChannel channel, IEnumerable<RouterChange> changes, IEnumerable<RouterChange> back)
    {
        undoing.Push(async stop =>
        {
            await Routers.ApplyAllAsync(back, stop);
            Timeline.Say(new ChannelChange(channel, null, ByHand, null));
        });
        Timeline.Say(new ChannelChange(channel, null, ByHand, ChannelState.Down));
        await Routers.ApplyAllAsync(changes, Cancellation);
    }

    /// <summary>Has something done at the end of the scenario.</summary>
    public void AtEnd(Func<CancellationToken, Task> undo) => undoing.Push(undo);

    /// <summary>Takes back now what the scenario has changed by hand.</summary>
    public async Task UndoAsync(CancellationToken cancellation)
    {
        while (undoing.TryPop(out var undo))
            await undo(cancellation);
    }

    /// <summary>What a command writes on a node.</summary>
    /// <exception cref="LabException">It failed; says how.</exception>
    public async Task<string> ReadAsync(string node, params string[] command)
    {
        var result = await RunAsync(node, command);
        return result.Succeeded
            ? result.Output
            : throw new LabException($"{node}: {string.Join(' ', command)}: {result.Error.Trim()}");
    }

    /// <summary>Runs a command on a node, whatever comes of it.</summary>
    public Task<CommandResult> RunAsync(string node, params string[] command) =>
        bench.Running.Node(node).RunAsync(command, null, CommandDeadline, Cancellation);

    public async ValueTask DisposeAsync()
    {
        following.Dispose();
        try
        {
            await KeepAsync(() => Traffic is { } traffic ? EndAsync(traffic) : Task.CompletedTask);
            await KeepAsync(() => Capture is null ? Task.CompletedTask : EndCaptureAsync());
            if (Timeline.Draw(scenario.Scenario.Title, connection?.Tenant) is { } figure)
                scenario.Show(figure);
        }
        finally
        {
            foreach (var item in open)
                await item.DisposeAsync();
            await UndoAsync(CancellationToken.None);
        }
    }

    // A scenario that failed before it came to this: what was measured shows why. A lab that does not answer any more
    // must not hide the failure.
    private async Task KeepAsync(Func<Task> end)
    {
        try
        {
            await end();
        }
        catch (LabException gone)
        {
            scenario.Note($"not kept: {gone.Message}");
        }
    }
}
