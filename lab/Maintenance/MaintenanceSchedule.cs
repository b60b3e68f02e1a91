using Harness.Lab.Topology;

namespace Harness.Lab.Maintenance;

/// <summary>
/// The order in which a provider can maintain its devices, each once in a cycle. No two devices of one interconnect may
/// be down together (MNT-04), and a cycle has as many windows as the largest interconnect has devices.
/// </summary>
public abstract record MaintenanceSchedule
{
    private MaintenanceSchedule()
    {
    }

    /// <summary>Every device has its window.</summary>
    /// <param name="Windows">The devices that are down together, window by window.</param>
    public sealed record Sound(IReadOnlyList<IReadOnlyList<string>> Windows) : MaintenanceSchedule;

    /// <summary>Some device never gets a window (MNT-07).</summary>
    /// <param name="Devices">Devices that stand in one another's way: without any one of them the others had windows.
    /// </param>
    /// <param name="Interconnects">The interconnects that put them there, with those of them that each sits on.</param>
    /// <param name="Windows">How many windows the cycle has.</param>
    public sealed record Deadlocked(
        IReadOnlyList<string> Devices, IReadOnlyList<MaintenanceGrouping> Interconnects, int Windows)
        : MaintenanceSchedule
    {
        /// <summary>The deadlock in words.</summary>
        public override string ToString() =>
            $"{string.Join(" and ", Interconnects)} leave no window for one of {string.Join(", ", Devices)}: "
            + $"there are {Windows}, and no two devices of one interconnect may be down together";
    }

    /// <summary>Plans a provider's cycle over its interconnects, those that are only planned included.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="provider">Whose devices.</param>
    public static MaintenanceSchedule Of(LabTopology lab, LabProvider provider) => Of(
    [
        .. lab.Interconnects.Select(interconnect => new MaintenanceGrouping(
            interconnect.Id,
            [
                .. interconnect.Channels
                    .SelectMany(channel => new[] { channel.First, channel.Second })
                    .Where(device => device.Provider == provider.Id)
                    .Select(device => device.Device)
                    .Distinct()
                    .Order(StringComparer.Ordinal),
            ])),
    ]);

    /// <summary>Plans a cycle. Interconnects that have no device in common, not even by way of others, are planned
    /// apart; their first windows fall together, and so on.</summary>
    /// <param name="groupings">The interconnects with their devices.</param>
    public static MaintenanceSchedule Of(IReadOnlyList<MaintenanceGrouping> groupings)
    {
        var cycle = new List<IReadOnlyList<string>>();
        foreach (var part in Parts(groupings))
        {
            var count = part.Max(grouping => grouping.Devices.Count);
            if (WindowPlan.Make(part, count) is not { } windows)
                return Deadlock(part, count);
            foreach (var (at, devices) in windows.Index())
            {
                if (at == cycle.Count)
                    cycle.Add(devices);
                else
                    cycle[at] = [.. cycle[at], .. devices];
            }
        }

        return new Sound(cycle);
    }

    // Leaves out whatever may be left out with the rest still blocked, which leaves those that block one another.
    private static Deadlocked Deadlock(IReadOnlyList<MaintenanceGrouping> part, int windows)
    {
        var core = part.SelectMany(grouping => grouping.Devices).Distinct().Order(StringComparer.Ordinal).ToList();
        foreach (var device in core.ToArray())
        {
            var without = core.Where(other => other != device).ToList();
            if (WindowPlan.Make(Among(part, without), windows) is null)
                core = without;
        }

        return new Deadlocked(core, [.. Among(part, core).Where(grouping => grouping.Devices.Count > 1)], windows);
    }

    private static IReadOnlyList<MaintenanceGrouping> Among(
        IReadOnlyList<MaintenanceGrouping> part, IReadOnlyCollection<string> devices) =>
        [.. part.Select(grouping => grouping with { Devices = [.. grouping.Devices.Where(devices.Contains)] })];

    private static List<List<MaintenanceGrouping>> Parts(IReadOnlyList<MaintenanceGrouping> groupings)
    {
        var parts = new List<List<MaintenanceGrouping>>();
        foreach (var grouping in groupings.Where(grouping => grouping.Devices.Count > 0))
        {
            var joined = parts
                .Where(part => part.Any(other => other.Devices.Intersect(grouping.Devices).Any()))
                .ToList();
            parts.RemoveAll(joined.Contains);
            parts.Add([.. joined.SelectMany(part => part), grouping]);
        }

        return parts;
    }
}
