using Harness.Reference.Outbox;
using Harness.Reference.Store;

namespace Harness.Reference.Maintenance;

/// <summary>
/// Decides which channels are drained: those with a maintenance of ours that begins soon or has begun (MNT-08). What
/// has changed goes to the network.
/// </summary>
internal sealed class MaintenanceDrains(Coordinator coordinator)
{
    /// <summary>Looks which channels the time has come for.</summary>
    public Task LookAsync(CancellationToken cancellation) =>
        coordinator.Store.WriteAsync(SettleAsync, cancellation);

    /// <summary>Decides anew after our events have changed.</summary>
    public async Task SettleAsync(StoreTransaction transaction)
    {
        var now = coordinator.Clock.GetUtcNow();
        var events = await MaintenanceStore.OursAsync(transaction, now.ToUnixTimeMilliseconds());
        var wanted = events
            .Where(row => coordinator.Rules.Decide(MaintenanceRules.Drained, new ListedCase(row.Window, now)))
            .Select(row => row.Channel)
            .ToHashSet(StringComparer.Ordinal);
        var drained = await MaintenanceStore.DrainedAsync(transaction);
        foreach (var channel in wanted.Except(drained))
            await ChangeAsync(transaction, channel, drained: true);
        foreach (var channel in drained.Except(wanted))
            await ChangeAsync(transaction, channel, drained: false);
    }

    private async Task ChangeAsync(StoreTransaction transaction, string channel, bool drained)
    {
        await MaintenanceStore.SetDrainedAsync(transaction, channel, drained);
        // The network is brought to what is wanted then: a change that still waits is made up for by this one.
        await DeliveryOutbox.WithdrawAsync(transaction, channel, ChannelDrain.KindName);
        await coordinator.Outbox.AddAsync(transaction, ChannelDrain.KindName, channel);
    }
}
