using Harness.Certification.Bindings;
using Harness.Certification.Running;
using Harness.Lab.Measuring.Capture;
using Harness.Lab.Measuring.Meter;
using Harness.Lab.Routers;
using Harness.Lab.Running;
using Harness.Lab.Operating;
using Harness.Lab.Runtimes;
using Harness.Lab.Wiring;

namespace Harness.Features.Labs;

/// <summary>What a lab scenario works with. What it has changed on the routers by hand is taken back at its end.
/// </summary>
public sealed class LabWorld(ILabBench bench, ScenarioContext scenario) : IScenarioScope
{
    private const int FirstPort = 20_000;
    private const int PortsEach = 200;

    private static readonly TimeSpan CommandDeadline = TimeSpan.FromSeconds(60);

    private static int _measured;

    private readonly Stack<Func<CancellationToken, Task>> undoing = [];
    private readonly List<IAsyncDisposable> open = [];
    private LabConnection? connection;

    public IReadOnlyList<object> Instances => [this];

    public ILabBench Bench => bench;

    public ScenarioContext Scenario => scenario;

    public CancellationToken Cancellation => scenario.CancellationToken;

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
    public FrameCapture? Capture { get; set; }

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

    /// <summary>Begins to capture.</summary>
    public async Task CaptureAsync(string node, string @interface)
    {
        const int octets = 96;
        Capture = await FrameCapture.StartAsync(
            bench.Running.Node(node), @interface, octets, bench.Time, Cancellation);
        open.Add(Capture);
    }

    /// <summary>Changes routers, and takes it back at the end of the scenario.</summary>
    public async Task ChangeAsync(IEnumerable<RouterChange> changes, IEnumerable<RouterChange> back)
    {
        undoing.Push(stop => Routers.ApplyAllAsync(back, stop));
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
        foreach (var item in open)
            await item.DisposeAsync();
        await UndoAsync(CancellationToken.None);
    }
}
