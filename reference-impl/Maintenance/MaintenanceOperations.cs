using Harness.Protocol.Names;
using Harness.Protocol.Resources;
using Harness.Reference.Errors;
using Harness.Reference.Interconnects;
using Harness.Reference.Outbox;
using Harness.Reference.Store;

namespace Harness.Reference.Maintenance;

/// <summary>What the maintenance operations decide and write, each in one transaction.</summary>
internal sealed class MaintenanceOperations(Coordinator coordinator)
{
    private readonly MaintenanceDrains drains = new(coordinator);

    /// <summary>The scheduled and running events of a channel (MNT-01).</summary>
    public async Task<IReadOnlyList<MaintenanceEvent>> ListAsync(ChannelName channel, CancellationToken cancellation)
    {
        var rows = await coordinator.Store.ReadAsync(
            transaction => MaintenanceStore.OfChannelAsync(transaction, channel), cancellation);
        var now = coordinator.Clock.GetUtcNow();
        return
        [
            .. rows
                .Where(row => coordinator.Rules.Decide(MaintenanceRules.Listed, new ListedCase(row.Window, now)))
                .Select(row => row.ToEvent()),
        ];
    }

    /// <summary>Takes a peer's notification: its events are fetched at once (MNT-03).</summary>
    public async Task NotifiedAsync(ChannelName channel, CancellationToken cancellation)
    {
        if (!coordinator.Rules.Decide(MaintenanceRules.FetchedAtOnce, channel))
            return;
        await coordinator.Store.WriteAsync(
            transaction => AnewAsync(transaction, MaintenanceFetch.KindName, channel), cancellation);
    }

    /// <summary>Establishes or changes maintenance of ours (MNT-02, MNT-04 to MNT-06).</summary>
    /// <param name="row">The event as it is to be.</param>
    /// <param name="cancellation">Gives up waiting for the store.</param>
    public Task<Outcome<MaintenanceRow>> PutAsync(MaintenanceRow row, CancellationToken cancellation)
    {
        var channel = ResourceName.Parse<ChannelName>(row.Channel);
        return coordinator.Store.DecideAsync<MaintenanceRow>(
            async transaction =>
            {
                var @case = await CaseAsync(transaction, channel, row);
                if (coordinator.Rules.Decide(MaintenanceRules.HeldBack, row.Emergency)
                    && coordinator.Rules.Decide(MaintenanceRules.NoOtherDevice, @case) is { } refusal)
                    return refusal;
                await MaintenanceStore.PutAsync(transaction, row);
                await TellAsync(transaction, channel);
                return row;
            },
            cancellation);
    }

    /// <summary>Cancels maintenance of ours (MNT-02).</summary>
    public Task CancelAsync(MaintenanceRow row, CancellationToken cancellation) =>
        coordinator.Store.WriteAsync(
            async transaction =>
            {
                // Cancelled by two operators at once, it is cancelled once.
                if (await MaintenanceStore.FindAsync(transaction, row.MaintenanceId) is null)
                    return;
                await MaintenanceStore.DeleteAsync(transaction, row.MaintenanceId);
                await TellAsync(transaction, ResourceName.Parse<ChannelName>(row.Channel));
            },
            cancellation);

    /// <summary>One of our events, or null.</summary>
    public Task<MaintenanceRow?> FindAsync(string maintenanceId, CancellationToken cancellation) =>
        coordinator.Store.ReadAsync(
            transaction => MaintenanceStore.FindAsync(transaction, maintenanceId), cancellation);

    private async Task TellAsync(StoreTransaction transaction, ChannelName channel)
    {
        await drains.SettleAsync(transaction);
        if (coordinator.Rules.Decide(MaintenanceRules.Notified, channel))
            await AnewAsync(transaction, MaintenanceNotification.KindName, channel);
    }

    // A notification carries nothing and a fetch brings everything: one that still waits is made up for by the next.
    private async Task AnewAsync(StoreTransaction transaction, string kind, ChannelName channel)
    {
        await DeliveryOutbox.WithdrawAsync(transaction, channel.ToString(), kind);
        await coordinator.Outbox.AddAsync(transaction, kind, channel.ToString());
    }

    private async Task<MaintenanceCase> CaseAsync(StoreTransaction transaction, ChannelName channel, MaintenanceRow row)
    {
        var device = coordinator.Testbed.Find(channel)?.Device
            ?? throw new InvalidOperationException($"{channel} was not looked up before");
        var interconnects = coordinator.Testbed.Environments
            .SelectMany(environment => environment.Interconnects.Select(
                one => new DeviceCase(channel, device, environment.Name.Interconnect(one.Id), one)))
            .Where(@case => coordinator.Rules.Decide(MaintenanceRules.InterconnectCounts, @case))
            .OrderBy(@case => @case.Name.ToString(), StringComparer.Ordinal)
            .ToArray();

        var planned = new List<PlannedMaintenance>();
        foreach (var (_, _, name, interconnect) in interconnects)
        {
            // In the order of their names, so that two decisions cannot wait for each other.
            await InterconnectStore.TakeAsync(transaction, name);
            foreach (var other in interconnect.Channels)
            {
                var events = await MaintenanceStore.OfBothAsync(
                    transaction, name.Channel(other.Id), row.MaintenanceId);
                planned.AddRange(events.Select(
                    one => new PlannedMaintenance(name.Channel(other.Id), other.Device, one.Window)));
            }
        }

        return new MaintenanceCase(channel, device, row.Window, planned);
    }
}
