using System.Globalization;

namespace Harness.Features.World;

/// <summary>Spans of time as features word them, such as <c>1 h 59 m 59 s</c>.</summary>
public static class Spans
{
    /// <summary>Reads a span.</summary>
    /// <exception cref="FormatException">It is worded otherwise.</exception>
    public static TimeSpan Parse(string words)
    {
        var parts = words.Split(' ');
        if (parts.Length % 2 != 0)
            throw new FormatException($"expected numbers and their units h, m and s, found '{words}'");
        return parts.Chunk(2).Aggregate(TimeSpan.Zero, (sum, part) => sum + Part(part[0], part[1]));
    }

    private static TimeSpan Part(string number, string unit)
    {
        var count = int.Parse(number, NumberStyles.None, CultureInfo.InvariantCulture);
        return unit switch
        {
            "h" => TimeSpan.FromHours(count),
            "m" => TimeSpan.FromMinutes(count),
            "s" => TimeSpan.FromSeconds(count),
            _ => throw new FormatException($"expected the unit h, m or s, found '{unit}'"),
        };
    }
}
