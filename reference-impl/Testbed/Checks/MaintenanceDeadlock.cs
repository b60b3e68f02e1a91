namespace Harness.Reference.Testbed.Checks;

/// <summary>Devices that leave one another no maintenance window (MNT-07).</summary>
/// <param name="Devices">The devices that stand in each other's way; without any of them all would do.</param>
/// <param name="Groupings">The interconnects that put them there.</param>
/// <param name="Windows">How many windows there are: as many as the largest interconnect has devices.</param>
/// <param name="Cure">The smallest interconnect that, moved away, would end it.</param>
internal sealed record MaintenanceDeadlock(
    IReadOnlyList<string> Devices, IReadOnlyList<DeviceGrouping> Groupings, int Windows, DeviceGrouping Cure)
{
    /// <summary>
    /// Finds the deadlocks. Two devices of one interconnect are never under maintenance together (MNT-04), so
    /// an interconnect of n devices needs n windows, and a provider maintains device after device in such a
    /// cycle. Interconnects on the same or on other devices share the cycle. On [a,b,c,d] and [a,e,c,d] the
    /// devices b and e share one window; [b,e] forbids that, and one of the five finds no window any more.
    /// So the question is whether the devices can be given as many windows as the largest interconnect has
    /// devices, no two of one interconnect the same: a colouring of the graph of conflicts.
    /// </summary>
    public static IEnumerable<MaintenanceDeadlock> Find(IReadOnlyList<DeviceGrouping> groupings)
    {
        foreach (var connected in Connected(groupings.Where(grouping => grouping.Devices.Count > 0)))
        {
            var windows = connected.Max(grouping => grouping.Devices.Count);
            if (Fits(connected, windows, All(connected)))
                continue;

            var devices = Core(connected, windows);
            var involved = connected.Where(grouping => grouping.Devices.Count(devices.Contains) > 1).ToArray();
            var cure = involved
                .OrderBy(grouping => grouping.Devices.Count)
                .FirstOrDefault(grouping => Fits([.. connected.Where(one => one != grouping)], windows, devices));
            yield return new MaintenanceDeadlock(
                [.. devices.Order(StringComparer.Ordinal)], involved, windows, cure ?? involved[0]);
        }
    }

    private static HashSet<string> All(IEnumerable<DeviceGrouping> groupings) =>
        groupings.SelectMany(grouping => grouping.Devices).ToHashSet(StringComparer.Ordinal);

    // Leaves out device after device for as long as the rest still does not fit.
    private static HashSet<string> Core(IReadOnlyList<DeviceGrouping> groupings, int windows)
    {
        var core = All(groupings);
        foreach (var device in core.Order(StringComparer.Ordinal).ToArray())
        {
            core.Remove(device);
            if (Fits(groupings, windows, core))
                core.Add(device);
        }

        return core;
    }

    private static bool Fits(IReadOnlyList<DeviceGrouping> groupings, int windows, HashSet<string> devices)
    {
        var rivals = devices.ToDictionary(
            device => device,
            device => groupings
                .Where(grouping => grouping.Devices.Contains(device))
                .SelectMany(grouping => grouping.Devices)
                .Where(other => other != device && devices.Contains(other))
                .ToHashSet(StringComparer.Ordinal));
        return new WindowAssignment(rivals, windows).Exists();
    }

    private static List<List<DeviceGrouping>> Connected(IEnumerable<DeviceGrouping> groupings)
    {
        var parts = new List<List<DeviceGrouping>>();
        foreach (var grouping in groupings)
        {
            var touched = parts.Where(part => part.Any(one => one.Devices.Overlaps(grouping.Devices))).ToArray();
            parts.RemoveAll(touched.Contains);
            parts.Add([.. touched.SelectMany(part => part), grouping]);
        }

        return parts;
    }
}
