using Harness.Protocol.Client;
using Harness.Protocol.Names;
using Harness.Protocol.Resources;

namespace Harness.Features.Living;

/// <summary>
/// The partner's maintenance: what it plans keeps clear of what either provider does on other devices, is told to the
/// target, and is forgotten when it is over (MNT-01 to MNT-06). Meanwhile the channel is drained (MNT-08).
/// </summary>
/// <param name="ground">The partner.</param>
/// <param name="network">Is drained.</param>
internal sealed class MaintenanceBook(Ground ground, NetworkFeatures network) : IUndertaking
{
    private static readonly TimeSpan DrainBefore = TimeSpan.FromMinutes(5);

    private readonly Dictionary<ChannelName, IReadOnlyList<MaintenanceEvent>> theirs = [];
    private readonly HashSet<ChannelName> untold = [];
    private readonly HashSet<ChannelName> unread = [];

    /// <summary>The target has notified: its events are fetched at the next turn (MNT-03).</summary>
    public void Notified(ChannelName channel) => unread.Add(channel);

    /// <summary>Plans maintenance of a channel; null where that of another device is in the way (MNT-04).</summary>
    /// <returns>Its id.</returns>
    public string? Plan(ChannelName channel, DateTimeOffset start, DateTimeOffset end)
    {
        if (InTheWay(channel).Any(it => it.StartTime < end && start < it.EndTime))
            return null;
        var planned = new MaintenanceEvent(ground.Data.Id("m"), start, end);
        ground.State.SetMaintenance(channel, [.. ground.State.MaintenanceOf(channel), planned]);
        untold.Add(channel);
        return planned.MaintenanceId;
    }

    /// <summary>Cancels maintenance; false where there is none of that id.</summary>
    public bool Cancel(string maintenanceId)
    {
        foreach (var channel in Channels())
        {
            var before = ground.State.MaintenanceOf(channel);
            var after = before.Where(it => it.MaintenanceId != maintenanceId).ToList();
            if (after.Count == before.Count)
                continue;
            ground.State.SetMaintenance(channel, after);
            untold.Add(channel);
            return true;
        }

        return false;
    }

    public async Task<bool> TurnAsync(CancellationToken cancellation)
    {
        foreach (var channel in Channels())
            ground.State.SetMaintenance(
                channel, [.. ground.State.MaintenanceOf(channel).Where(it => it.EndTime > ground.Now)]);
        network.Maintain(Channels().Where(channel =>
            ground.State.MaintenanceOf(channel).Any(it => it.StartTime - DrainBefore <= ground.Now)));
        foreach (var channel in untold.ToList())
        {
            var events = new NotifyMaintenanceRequest(ground.State.MaintenanceOf(channel));
            var told = await ground.Target.NotifyMaintenanceAsync(ground.There(channel), events, cancellation);
            if (told is ApiResult<Empty>.Success)
                untold.Remove(channel);
        }

        foreach (var channel in unread.ToList())
        {
            var read = await ground.Target.GetMaintenanceEventsAsync(ground.There(channel), cancellation);
            if (read.ValueOrDefault is not { } answer)
                continue;
            theirs[channel] = answer.Events ?? [];
            unread.Remove(channel);
        }

        return false;
    }

    private IEnumerable<ChannelName> Channels() => ground.Interconnects().SelectMany(ground.Channels);

    // Of every interconnect that the device's channels belong to (MNT-06).
    private IEnumerable<MaintenanceEvent> InTheWay(ChannelName channel)
    {
        var device = DeviceOf(channel);
        return ground.Interconnects()
            .Select(ground.Channels)
            .Where(channels => channels.Any(it => DeviceOf(it) == device))
            .SelectMany(channels => channels.Where(it => DeviceOf(it) != device))
            .SelectMany(it => ground.State.MaintenanceOf(it).Concat(theirs.GetValueOrDefault(it, [])));
    }

    private string? DeviceOf(ChannelName channel) => ground.State.Channels.Get(channel)?.ObfuscatedDeviceId;
}
