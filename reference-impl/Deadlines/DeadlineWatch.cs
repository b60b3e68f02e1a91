using System.Threading.Channels;
using Harness.Reference.Maintenance;

namespace Harness.Reference.Deadlines;

/// <summary>
/// Looks from time to time for what is due by the protocol's clock. Nothing is remembered but in the store, so
/// that a restart misses no deadline.
/// </summary>
internal sealed class DeadlineWatch(Coordinator coordinator)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    // A clock that was moved while it was looked for is not waited for: it may stand still from now on.
    private static readonly TimeSpan Moved = TimeSpan.FromSeconds(1);

    private readonly OverdueDeferrals deferrals = new(coordinator);
    private readonly UnfinishedConnections connections = new(coordinator);
    private readonly MaintenanceDrains drains = new(coordinator);
    private readonly ILogger log = coordinator.Logs.CreateLogger<DeadlineWatch>();

    /// <summary>Looks until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var wake = Channel.CreateBounded<bool>(
            new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        await using var timer = coordinator.Clock.CreateTimer(
            _ => wake.Writer.TryWrite(true), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        try
        {
            while (!cancellation.IsCancellationRequested)
            {
                var now = coordinator.Clock.GetUtcNow();
                await LookAsync(cancellation);
                timer.Change(Interval, Timeout.InfiniteTimeSpan);
                if (coordinator.Clock.GetUtcNow() - now < Moved)
                    await wake.Reader.ReadAsync(cancellation);
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Asked to stop: what is overdue is found at the next start.
        }
    }

    private async Task LookAsync(CancellationToken cancellation)
    {
        try
        {
            await deferrals.EndAsync(cancellation);
            await connections.DeleteAsync(cancellation);
            await drains.LookAsync(cancellation);
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            // A store that fails for a while must not end all deadlines for ever.
            DeadlineLog.Unreadable(log, fault);
        }
    }
}
