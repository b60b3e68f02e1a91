using Harness.Reference.Network;
using Harness.Reference.Paging;
using Harness.Reference.Peers;
using Harness.Reference.Store;
using Harness.Reference.Testbed;
using Harness.Reference.Testbed.Checks;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Harness.Reference.Hosting;

/// <summary>A running reference coordinator.</summary>
public sealed class ReferenceHost : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly CoordinatorStore store;
    private bool stopped;

    private ReferenceHost(WebApplication app, Coordinator coordinator, CoordinatorStore store)
    {
        this.app = app;
        this.store = store;
        Coordinator = coordinator;
    }

    /// <summary>What the server is made of.</summary>
    public Coordinator Coordinator { get; }

    /// <summary>The web host, for a test server.</summary>
    public IHost WebHost => app;

    /// <summary>Root of the API, once the server listens.</summary>
    public Uri BaseUrl => new(app.Services.GetRequiredService<IServer>().Features
        .Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()
        ?? throw new InvalidOperationException("the server does not listen on an address"));

    /// <summary>Checks the testbed, opens the store and listens.</summary>
    /// <param name="options">Everything that the server is started with.</param>
    /// <param name="cancellation">Gives up the start.</param>
    /// <param name="server">Takes the place of Kestrel, for a test server.</param>
    /// <exception cref="TestbedException">The testbed does not meet a requirement; each line says what to change.
    /// </exception>
    /// <exception cref="StoreException">The store cannot be used.</exception>
    /// <exception cref="IOException">The address is in use.</exception>
    public static async Task<ReferenceHost> StartAsync(
        ReferenceOptions options, CancellationToken cancellation, Action<IWebHostBuilder>? server = null)
    {
        var warnings = Check(options.Testbed);
        CoordinatorStore? store = null;
        WebApplication? app = null;
        Coordinator? coordinator = null;
        try
        {
            store = await CoordinatorStore.OpenAsync(options.Store, cancellation);
            var builder = ServerSetup.Builder(options, server);
            app = builder.Build();
            coordinator = Compose(options, store, app.Services.GetRequiredService<ILoggerFactory>());
            foreach (var warning in warnings)
                HostingLog.TestbedWarning(coordinator.Logs.CreateLogger<ReferenceHost>(), $"{warning}");
            ReferencePipeline.Use(app, options, coordinator);
            await coordinator.StartAsync(cancellation);
            await app.StartAsync(cancellation);
            return new ReferenceHost(app, coordinator, store);
        }
        catch
        {
            if (coordinator is not null)
                await coordinator.StopAsync();
            if (app is not null)
                await app.DisposeAsync();
            await (store?.DisposeAsync() ?? options.Store.DisposeAsync());
            throw;
        }
    }

    /// <summary>Takes no more requests, lets those under way end, and stops delivering.</summary>
    public async Task StopAsync(CancellationToken cancellation = default)
    {
        if (stopped)
            return;
        stopped = true;
        await app.StopAsync(cancellation);
        await Coordinator.StopAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await app.DisposeAsync();
        await store.DisposeAsync();
    }

    private static Finding[] Check(TestbedModel testbed)
    {
        var findings = TestbedChecks.Run(testbed);
        var errors = findings.Where(finding => finding.Severity == Severity.Error).ToArray();
        return errors is []
            ? [.. findings]
            : throw new TestbedException([.. errors.Select(error => $"{error}")]);
    }

    private static Coordinator Compose(ReferenceOptions options, CoordinatorStore store, ILoggerFactory logs) =>
        new(store, options.Outbox, options.TechnicalTime, logs)
        {
            Testbed = options.Testbed,
            Rules = options.Rules,
            Deliverer = options.Deliverer,
            Negotiation = options.Negotiation,
            Clock = options.Clock,
            Ids = options.Ids,
            Network = options.Network ?? new SimulatedNetwork(options.NetworkDelay, options.TechnicalTime),
            Peers = new PeerDirectory(options.Testbed, options.Connect),
            Pager = new Pager(options.Rules, new PageTokens(options.PageTokenSecret)),
        };
}
