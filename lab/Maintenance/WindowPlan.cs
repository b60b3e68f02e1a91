namespace Harness.Lab.Maintenance;

/// <summary>Fills windows one after another, each with devices of which no two share an interconnect.</summary>
internal sealed class WindowPlan
{
    // Whether there is a plan is hard to tell in general. Labs take a few hundred steps; one that takes more than this
    // is reported as blocked, which asks for a simpler grouping instead of keeping people waiting.
    private const int MostSteps = 100_000;

    private readonly Dictionary<string, HashSet<string>> rivals = new(StringComparer.Ordinal);
    private readonly List<List<string>> windows = [];
    private readonly string[] order;
    private int steps;

    private WindowPlan(IReadOnlyList<MaintenanceGrouping> groupings)
    {
        foreach (var grouping in groupings)
        {
            foreach (var device in grouping.Devices)
            {
                if (!rivals.TryGetValue(device, out var others))
                    rivals.Add(device, others = new HashSet<string>(StringComparer.Ordinal));
                others.UnionWith(grouping.Devices.Where(other => other != device));
            }
        }

        order = [.. rivals.Keys.OrderByDescending(it => rivals[it].Count).ThenBy(it => it, StringComparer.Ordinal)];
    }

    /// <summary>A plan with at most so many windows; null where there is none.</summary>
    public static IReadOnlyList<IReadOnlyList<string>>? Make(IReadOnlyList<MaintenanceGrouping> groupings, int most)
    {
        var plan = new WindowPlan(groupings);
        return plan.Place(0, most) ? plan.windows : null;
    }

    private bool Place(int at, int most)
    {
        if (at == order.Length)
            return true;
        if (++steps > MostSteps)
            return false;
        var device = order[at];
        foreach (var window in windows.ToArray().Where(window => !window.Exists(rivals[device].Contains)))
        {
            window.Add(device);
            if (Place(at + 1, most))
                return true;
            window.Remove(device);
        }

        if (windows.Count == most)
            return false;
        windows.Add([device]);
        if (Place(at + 1, most))
            return true;
        windows.RemoveAt(windows.Count - 1);
        return false;
    }
}
