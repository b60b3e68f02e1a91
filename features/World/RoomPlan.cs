namespace Harness.Features.World;

/// <summary>How to fill an interconnect to the last Mbps with supported sizes.</summary>
public static class RoomPlan
{
    /// <summary>A size to leave room for, and the sizes that fill the rest, in Mbps.</summary>
    public sealed record Choice(int Size, IReadOnlyList<int> Filling);

    /// <summary>The fewest sizes that add up to <paramref name="room"/> Mbps; null where none do.</summary>
    public static IReadOnlyList<int>? Fill(int room, IReadOnlyCollection<int> sizes)
    {
        if (room == 0)
            return [];

        var unit = sizes.Append(room).Where(size => size > 0).Aggregate(GreatestCommonDivisor);
        var steps = room / unit;
        var last = new int[steps + 1];
        var count = new int[steps + 1];
        Array.Fill(count, int.MaxValue, 1, steps);
        for (var reached = 1; reached <= steps; reached++)
            foreach (var size in sizes.Where(size => size > 0 && size / unit <= reached))
                if (count[reached - (size / unit)] is var before && before < count[reached] - 1)
                    (count[reached], last[reached]) = (before + 1, size);

        return count[steps] == int.MaxValue ? null : Walk(steps, last, unit);
    }

    /// <summary>
    /// A size to leave room for <paramref name="times"/> times, and the sizes that fill the rest: the choice
    /// that needs the fewest connections. Null where no size leaves a rest that can be filled.
    /// </summary>
    public static Choice? LeaveRoom(int room, int times, IReadOnlyCollection<int> sizes) =>
        sizes.Where(size => size > 0 && (long)size * times <= room)
            .Select(size => Fill(room - (size * times), sizes) is { } filling ? new Choice(size, filling) : null)
            .OfType<Choice>()
            .OrderBy(choice => choice.Filling.Count)
            .ThenByDescending(choice => choice.Size)
            .FirstOrDefault();

    private static List<int> Walk(int steps, int[] last, int unit)
    {
        var chosen = new List<int>();
        for (var left = steps; left > 0; left -= last[left] / unit)
            chosen.Add(last[left]);
        return chosen;
    }

    private static int GreatestCommonDivisor(int a, int b) => b == 0 ? a : GreatestCommonDivisor(b, a % b);
}
