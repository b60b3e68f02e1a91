namespace Harness.Reference.Testbed.Checks;

/// <summary>Gives every device a maintenance window that none of its rivals has, where that can be done.</summary>
/// <param name="rivals">For each device, those that cannot be under maintenance with it.</param>
/// <param name="windows">How many windows there are.</param>
internal sealed class WindowAssignment(IReadOnlyDictionary<string, HashSet<string>> rivals, int windows)
{
    // The search is exponential in the worst case; a real testbed takes a few hundred steps.
    private const int StepBudget = 200_000;

    private readonly Dictionary<string, int> assigned = new(StringComparer.Ordinal);
    private int steps;

    /// <summary>Whether there is such an assignment. A search that ends undecided counts as none, so that the
    /// finding asks for a simpler grouping rather than staying silent.</summary>
    public bool Exists()
    {
        if (++steps > StepBudget)
            return false;
        if (Next() is not { } device)
            return true;

        // Beyond the first window not yet used, the others are the same by symmetry.
        var used = assigned.Count == 0 ? 0 : assigned.Values.Max() + 1;
        for (var window = 0; window < Math.Min(windows, used + 1); window++)
        {
            if (rivals[device].Any(rival => assigned.TryGetValue(rival, out var taken) && taken == window))
                continue;
            assigned[device] = window;
            if (Exists())
                return true;
            assigned.Remove(device);
        }

        return false;
    }

    // The device with the fewest windows left first, then the one with the most rivals: fails early.
    private string? Next() => rivals.Keys
        .Where(device => !assigned.ContainsKey(device))
        .OrderByDescending(device => rivals[device].Where(assigned.ContainsKey).Select(rival => assigned[rival])
            .Distinct().Count())
        .ThenByDescending(device => rivals[device].Count)
        .ThenBy(device => device, StringComparer.Ordinal)
        .FirstOrDefault();
}
