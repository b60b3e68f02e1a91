using System.Collections.Concurrent;
using System.Text.Json;
using Harness.Features.World;
using Harness.Protocol.Client;
using Harness.Protocol.Json;
using Harness.Protocol.Names;
using Harness.Simulator;
using Harness.Simulator.Journaling;

namespace Harness.Features.Living;

/// <summary>
/// Has the simulated partner live: its own answers are those of the simulator, and it acts as well. It provisions,
/// notifies, negotiates, updates, moves, rotates, maintains and deletes, as its customers and operators ask and as the
/// target's calls demand. All of it is in memory. It takes turns, in which each undertaking does what it can; a call
/// that got no answer is made again.
/// </summary>
public sealed class LivingPartner : IAsyncDisposable, IJournalObserver
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);

    private readonly Ground ground;
    private readonly NetworkFeatures features;
    private readonly NetworkKeys keys;
    private readonly StatusKeeper status;
    private readonly MaintenanceBook maintenance;
    private readonly Customers customers;
    private readonly List<IUndertaking> undertakings = [];
    private readonly IReadOnlyList<IUndertaking> always;
    private readonly ConcurrentQueue<JournalEntry> heard = new();
    private readonly SemaphoreSlim turn = new(1);
    private readonly CancellationTokenSource ending = new();
    private readonly IDisposable observing;
    private readonly Task living;

    /// <param name="partner">What it serves, with the testbed.</param>
    /// <param name="target">The target's API, as the partner calls it.</param>
    /// <param name="network">Its network.</param>
    /// <param name="seed">Chooses its ids and keys.</param>
    /// <param name="time">Real time, between its turns.</param>
    public LivingPartner(
        Partner partner, CoordinatorClient target, IPartnerNetwork network, int seed, TimeProvider time)
    {
        ground = new Ground(partner, target, new TestData(seed));
        features = new NetworkFeatures(ground.State, network, time);
        keys = new NetworkKeys(ground, network, time);
        status = new StatusKeeper(ground, features);
        maintenance = new MaintenanceBook(ground, features);
        customers = new Customers(ground, status, features, undertakings);
        always = [status, new FeatureFilling(ground, status), maintenance, features, keys];
        observing = partner.Journal.Observe(this);
        living = LiveAsync(time);
    }

    /// <summary>Why it lives no more; null while it does.</summary>
    public string? Fault => living.IsFaulted ? living.Exception.InnerException?.Message : null;

    /// <summary>Grants what a customer or an operator asks, or refuses it; what follows from it is done by and by.
    /// </summary>
    public async Task<PortalAnswer> AskAsync(Wish wish, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            return wish switch
            {
                Wish.Create it => customers.Create(it),
                Wish.Accept it => customers.Accept(it),
                Wish.Update it => customers.Update(it),
                Wish.Delete it => customers.Delete(it),
                Wish.Show it => customers.Show(it),
                Wish.Migrate it => customers.Migrate(it),
                Wish.Rotate(var channel) => Rotate(ground.Own(channel)),
                Wish.DropFeature(var uuid, var channel) => Drop(uuid, ground.Own(channel)),
                Wish.Maintain(var channel, var start, var end) => Maintain(ground.Own(channel), start, end),
                Wish.CancelMaintenance(var id) => maintenance.Cancel(id)
                    ? PortalAnswer.Granted()
                    : PortalAnswer.Refused(404, "there is no such maintenance"),
                _ => throw new InvalidOperationException("a wish is one of those that there are"),
            };
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>A call of the target is heard when it is answered.</summary>
    public void Began(JournalEntry entry)
    {
    }

    public void Ended(JournalEntry entry)
    {
        if (entry is { Direction: JournalDirection.FromTarget, Succeeded: true })
            heard.Enqueue(entry);
    }

    public async ValueTask DisposeAsync()
    {
        observing.Dispose();
        await ending.CancelAsync();
        await living.ContinueWith(_ => { }, TaskScheduler.Default);
        await features.DisposeAsync();
        await keys.DisposeAsync();
        ending.Dispose();
        turn.Dispose();
    }

    private async Task LiveAsync(TimeProvider time)
    {
        using var ticks = new PeriodicTimer(Interval, time);
        try
        {
            while (await ticks.WaitForNextTickAsync(ending.Token))
                await TurnAsync(ending.Token);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            return;
        }
    }

    private async Task TurnAsync(CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            while (heard.TryDequeue(out var entry))
                Hear(entry);
            foreach (var undertaking in undertakings.ToList())
                if (await TurnAsync(undertaking, cancellation))
                    undertakings.Remove(undertaking);
            foreach (var one in always)
                await TurnAsync(one, cancellation);
        }
        finally
        {
            turn.Release();
        }
    }

    private static async Task<bool> TurnAsync(IUndertaking undertaking, CancellationToken cancellation)
    {
        try
        {
            return await undertaking.TurnAsync(cancellation);
        }
        catch (TransportException)
        {
            // The target has just died, or is not up again: its next turn asks anew.
            return false;
        }
    }

    private void Hear(JournalEntry entry)
    {
        switch (entry.Operation?.Id, entry.Resource)
        {
            case ("NotifyConnectionStatus", ConnectionName connection):
                status.Notified(connection);
                break;
            case ("UpdateConnection", ConnectionName connection):
                status.Changed(connection);
                break;
            case ("CreateConnection", ConnectionName connection) when IsDeferred(entry):
                customers.TakeOver(connection);
                break;
            case ("DeleteConnection", ConnectionName connection):
                customers.Deleted(connection.Id);
                break;
            case ("NotifyMaintenance", ChannelName channel):
                maintenance.Notified(channel);
                break;
            case ("RequestMacSecKeyRotation", ChannelName channel):
                Rotate(channel);
                break;
            default:
                break;
        }
    }

    private static bool IsDeferred(JournalEntry entry) =>
        JsonSerializer.Deserialize(entry.Request.Body ?? "null", ProtocolJson.Default.Connection)
            is { DeferProvisioning: true };

    private PortalAnswer Rotate(ChannelName channel)
    {
        if (!ground.Manages(channel))
            return PortalAnswer.Refused(409, "the other provider manages the keys of this channel (MAC-02)");
        if (undertakings.OfType<KeyRotation>().Any(it =>
            it.Channel == channel || (it.Channel.Interconnect == channel.Interconnect && !it.IsFirst)))
            return PortalAnswer.Refused(409, "a channel of the interconnect is in rotation (MAC-03)");
        undertakings.Add(new KeyRotation(ground, keys, channel));
        return PortalAnswer.Granted();
    }

    private PortalAnswer Drop(string uuid, ChannelName channel)
    {
        var found = ground.Placements(uuid)
            .SelectMany(ground.State.Features.Children)
            .FirstOrDefault(feature => feature.Channel == $"{channel}");
        if (found is null)
            return PortalAnswer.Refused(404, "there is no such feature");
        var name = ResourceName.Parse<FeatureName>(found.Name);
        if (!undertakings.OfType<FeatureDrop>().Any(it => it.Feature == name))
            undertakings.Add(new FeatureDrop(ground, features, name, undertakings.Add));
        return PortalAnswer.Granted();
    }

    private PortalAnswer Maintain(ChannelName channel, DateTimeOffset start, DateTimeOffset end) =>
        maintenance.Plan(channel, start, end) is { } id
            ? PortalAnswer.Granted(("maintenanceId", id))
            : PortalAnswer.Refused(409, "maintenance of another device is in the way (MNT-04)");
}
