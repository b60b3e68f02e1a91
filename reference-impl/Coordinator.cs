using Harness.Reference.Connections;
using Harness.Reference.Deadlines;
using Harness.Reference.Ids;
using Harness.Reference.Interconnects;
using Harness.Reference.Negotiations;
using Harness.Reference.Network;
using Harness.Reference.Outbox;
using Harness.Reference.Paging;
using Harness.Reference.Peers;
using Harness.Reference.Rules;
using Harness.Reference.Store;
using Harness.Reference.Testbed;

namespace Harness.Reference;

/// <summary>What a coordinator is made of. Whoever makes the parts disposes of them.</summary>
public sealed class Coordinator : IAsyncDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private Task deliveries = Task.CompletedTask;
    private Task deadlines = Task.CompletedTask;

    /// <param name="store">An open store.</param>
    /// <param name="outbox">How deliveries are repeated.</param>
    /// <param name="technicalTime">Measures delays and deadlines; not the protocol's clock.</param>
    /// <param name="logs">Makes the loggers.</param>
    public Coordinator(
        CoordinatorStore store, OutboxOptions outbox, TimeProvider technicalTime, ILoggerFactory logs)
    {
        Store = store;
        TechnicalTime = technicalTime;
        Logs = logs;
        Outbox = new DeliveryOutbox(store, outbox, technicalTime, logs.CreateLogger<DeliveryOutbox>());
    }

    public CoordinatorStore Store { get; }

    public DeliveryOutbox Outbox { get; }

    /// <summary>Measures delays and deadlines.</summary>
    public TimeProvider TechnicalTime { get; }

    public ILoggerFactory Logs { get; }

    public required TestbedModel Testbed { get; init; }

    public required RuleBook Rules { get; init; }

    /// <summary>Has the last word on who delivers what.</summary>
    public Func<IDeliveryHandler, IDeliveryHandler> Deliverer { get; init; } = handler => handler;

    /// <summary>The protocol's clock: key lifetimes, start times, bake times, maintenance windows.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>The protocol's time, in milliseconds since 1970.</summary>
    public long Now => Clock.GetUtcNow().ToUnixTimeMilliseconds();

    public required IIdSource Ids { get; init; }

    public required INetwork Network { get; init; }

    public required PeerDirectory Peers { get; init; }

    /// <summary>How long and how often a negotiator tries.</summary>
    public NegotiationOptions Negotiation { get; init; } = new();

    /// <summary>Reads paging parameters and cuts pages.</summary>
    public required Pager Pager { get; init; }

    /// <summary>Brings the store in line with the testbed and begins to deliver what is due.</summary>
    public async Task StartAsync(CancellationToken cancellation)
    {
        await Store.WriteAsync(
            async transaction =>
            {
                await InterconnectStore.SynchronizeAsync(transaction, Testbed);
                await ConnectionStore.DateAsync(transaction, Now);
            },
            cancellation);
        deliveries = Outbox.RunAsync(CoordinatorDeliveries.Of(this).Select(Deliverer), stopping.Token);
        deadlines = new DeadlineWatch(this).RunAsync(stopping.Token);
    }

    /// <summary>Stops delivering; what has not arrived is taken up at the next start.</summary>
    public async Task StopAsync()
    {
        await stopping.CancelAsync();
        await Task.WhenAll(deliveries, deadlines);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        stopping.Dispose();
    }
}
