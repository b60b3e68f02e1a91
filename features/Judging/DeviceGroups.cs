namespace Harness.Features.Judging;

/// <summary>
/// Judges which devices interconnects sit on. Two devices of one interconnect may not be in maintenance at a
/// time, so devices take turns; an interconnect of n devices needs n turns.
/// </summary>
public static class DeviceGroups
{
    /// <summary>Pairs of interconnects that share some devices but not all (IXC-05).</summary>
    public static IEnumerable<(string One, string Other)> PartlyShared(
        IReadOnlyDictionary<string, IReadOnlySet<string>> groups)
    {
        var all = groups.ToList();
        for (var i = 0; i < all.Count; i++)
            for (var j = i + 1; j < all.Count; j++)
                if (all[i].Value.Overlaps(all[j].Value) && !all[i].Value.SetEquals(all[j].Value))
                    yield return (all[i].Key, all[j].Key);
    }

    /// <summary>
    /// The interconnects that deadlock maintenance (MNT-07), by name: there is no way to give each of their
    /// devices one of as many turns as the largest of them has devices without two devices of an interconnect
    /// sharing one. So [a,b,c,d], [a,e,c,d] alone can be served, b and e in one turn; [b,e] beside them takes
    /// that away.
    /// </summary>
    /// <param name="groups">The devices that each interconnect sits on.</param>
    public static IReadOnlyList<string> FindDeadlock(IReadOnlyDictionary<string, IReadOnlySet<string>> groups) =>
        Connected(groups).FirstOrDefault(names => Deadlock([.. names.Select(name => groups[name])])) ?? [];

    // Interconnects without a device in common cannot block each other: taken one by one, they need not be tried
    // in all combinations, nor do large ones lend their turns to small ones.
    private static List<List<string>> Connected(IReadOnlyDictionary<string, IReadOnlySet<string>> groups)
    {
        var found = new List<List<string>>();
        foreach (var (name, devices) in groups)
        {
            var touching = found.Where(part => part.Any(other => groups[other].Overlaps(devices))).ToList();
            found.RemoveAll(touching.Contains);
            found.Add([.. touching.SelectMany(part => part), name]);
        }

        return found;
    }

    private static bool Deadlock(IReadOnlyCollection<IReadOnlySet<string>> groups)
    {
        var turns = groups.Max(group => group.Count);
        var rivals = groups
            .SelectMany(group => group)
            .Distinct()
            .ToDictionary(
                device => device,
                device => groups.Where(group => group.Contains(device)).SelectMany(group => group).ToHashSet());
        var hardestFirst = rivals.Keys.OrderByDescending(device => rivals[device].Count).ToList();
        return !Assign(hardestFirst, 0, turns, rivals, []);
    }

    private static bool Assign(
        List<string> devices,
        int next,
        int turns,
        Dictionary<string, HashSet<string>> rivals,
        Dictionary<string, int> assigned)
    {
        if (next == devices.Count)
            return true;

        var device = devices[next];
        var used = rivals[device].Where(assigned.ContainsKey).Select(rival => assigned[rival]).ToHashSet();

        // Turns that nobody has yet are alike: trying one of them stands for all.
        var fresh = assigned.Count == 0 ? 0 : assigned.Values.Max() + 1;
        for (var turn = 0; turn < turns && turn <= fresh; turn++)
        {
            if (used.Contains(turn))
                continue;
            assigned[device] = turn;
            if (Assign(devices, next + 1, turns, rivals, assigned))
                return true;
            assigned.Remove(device);
        }

        return false;
    }
}
