using System.Globalization;

namespace Harness.Lab.Measuring.Loss;

/// <summary>What became of numbered packets in one direction.</summary>
/// <param name="Sent">How many were sent.</param>
/// <param name="Received">How many of them arrived, each counted once.</param>
/// <param name="Duplicates">How many arrivals there were beyond that.</param>
/// <param name="Reordered">How many arrived after one with a higher number (RFC 4737).</param>
/// <param name="LongestLoss">The most packets lost one after another.</param>
/// <param name="LongestGap">The longest time without an arrival.</param>
public sealed record LossReport(
    long Sent, long Received, long Duplicates, long Reordered, long LongestLoss, TimeSpan LongestGap)
{
    /// <summary>How many were lost.</summary>
    public long Lost => Sent - Received;

    /// <summary>Reckons from what arrived.</summary>
    /// <param name="sent">How many were sent, numbered from 0.</param>
    /// <param name="arrivals">All that arrived, in the order of arrival.</param>
    /// <param name="until">When the last packet was sent, on the arrivals' clock: a silence up to then is a gap too.
    /// </param>
    /// <exception cref="ArgumentException">A packet arrived that was not sent.</exception>
    public static LossReport Of(long sent, IEnumerable<Arrival> arrivals, TimeSpan until)
    {
        var seen = new HashSet<long>();
        var (duplicates, reordered, highest) = (0L, 0L, -1L);
        var (gap, last) = (TimeSpan.Zero, TimeSpan.Zero);
        foreach (var (number, at) in arrivals)
        {
            if (number < 0 || number >= sent)
                throw new ArgumentException($"Packet {number} arrived, and {sent} were sent.", nameof(arrivals));
            gap = Longer(gap, at - last);
            last = at;
            if (!seen.Add(number))
                duplicates++;
            else if (number < highest)
                reordered++;
            highest = Math.Max(highest, number);
        }

        return new LossReport(
            sent, seen.Count, duplicates, reordered, LongestRun(sent, seen), Longer(gap, until - last));
    }

    /// <summary>The report in words.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Sent} sent, {Received} received, {Lost} lost ({LongestLoss} in a row), {Reordered} reordered, "
        + $"{Duplicates} twice, longest gap {LongestGap.TotalMilliseconds:0.#} ms");

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static long LongestRun(long sent, HashSet<long> seen)
    {
        var (longest, run) = (0L, 0L);
        for (var number = 0L; number < sent; number++)
        {
            run = seen.Contains(number) ? 0 : run + 1;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
