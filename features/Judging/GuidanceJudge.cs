using System.Net;
using System.Net.Sockets;
using Harness.Features.World;
using Harness.Protocol.Resources;

namespace Harness.Features.Judging;

/// <summary>Judges guidance by itself, whatever it was asked for (GUI-02, GUI-03).</summary>
public static class GuidanceJudge
{
    private const int LowestVlan = 1025;
    private const int HighestVlan = 4094;
    private const long HighestAsn = 4294967295;

    /// <summary>Ranges that do not run upwards, overlap, or hold no valid number (GUI-02).</summary>
    public static IEnumerable<string> Ranges(L3BaseGuidance guidance) =>
    [
        .. Ordered("asnRanges", Pairs(guidance.AsnRanges, range => (range.Start, range.Stop)), 1, HighestAsn),
        .. Ordered("vlanRanges", Pairs(guidance.VlanRanges, range => (range.Start, range.Stop)), 1, HighestVlan),
        .. Ordered("mtuRanges", Pairs(guidance.MtuRanges, range => (range.Start, range.Stop)), 1, int.MaxValue),
    ];

    /// <summary>VLAN ranges that reach beyond 1025..4094 (GUI-02).</summary>
    public static IEnumerable<string> Vlans(L3BaseGuidance guidance) =>
        from range in guidance.VlanRanges ?? []
        where range.Start < LowestVlan || range.Stop > HighestVlan
        select $"vlanRanges {range.Start}..{range.Stop}";

    /// <summary>Subnets that are no subnets, have host bits, or overlap each other (GUI-03).</summary>
    public static IEnumerable<string> WellFormed(L3BaseGuidance guidance) =>
    [
        .. Family("ipv4SubnetGuidance", guidance.Ipv4SubnetGuidance, AddressFamily.InterNetwork),
        .. Family("ipv6SubnetGuidance", guidance.Ipv6SubnetGuidance, AddressFamily.InterNetworkV6),
    ];

    /// <summary>Preferred subnets outside their own, in an exclusion, or of a length not allowed (GUI-03).</summary>
    public static IEnumerable<string> Preferred(L3BaseGuidance guidance) =>
    [
        .. Preferred(GuidedSubnets.Ipv4(guidance), guidance.Ipv4AllowedSubnetPrefixLengths),
        .. Preferred(GuidedSubnets.Ipv6(guidance), guidance.Ipv6AllowedSubnetPrefixLengths),
    ];

    private static List<(long? Start, long? Stop)> Pairs<T>(
        IReadOnlyList<T>? ranges,
        Func<T, (long? Start, long? Stop)> ends) => [.. (ranges ?? []).Select(ends)];

    private static IEnumerable<string> Ordered(
        string what,
        List<(long? Start, long? Stop)> ranges,
        long lowest,
        long highest)
    {
        foreach (var (start, stop) in ranges)
            if (start is null || stop is null || start > stop || start < lowest || stop > highest)
                yield return $"{what} {start}..{stop} does not run upwards within {lowest}..{highest}";
        for (var i = 0; i < ranges.Count; i++)
            for (var j = i + 1; j < ranges.Count; j++)
                if (ranges[i].Start <= ranges[j].Stop && ranges[j].Start <= ranges[i].Stop)
                    yield return $"{what} {ranges[i].Start}..{ranges[i].Stop} and "
                        + $"{ranges[j].Start}..{ranges[j].Stop} overlap";
    }

    private static IEnumerable<string> Family(string what, IReadOnlyList<SubnetGuidance>? parts, AddressFamily family)
    {
        var read = new List<IPNetwork>();
        foreach (var part in parts ?? [])
        {
            var texts = new[] { part.IncludeSubnet, part.PreferredSubnet }.Concat(part.ExcludeSubnets ?? []);
            foreach (var text in texts.OfType<string>())
                if (!IPNetwork.TryParse(text, out var subnet) || subnet.BaseAddress.AddressFamily != family)
                    yield return $"{what}: {text} is no subnet of this family";
                else if (!IPAddress.TryParse(text.Split('/')[0], out var first) || !first.Equals(subnet.BaseAddress))
                    yield return $"{what}: {text} has host bits";
            if (part.IncludeSubnet is null)
                yield return $"{what}: an entry has no includeSubnet";
            if (IPNetwork.TryParse(part.IncludeSubnet, out var include))
                read.Add(include);
        }

        for (var i = 0; i < read.Count; i++)
            for (var j = i + 1; j < read.Count; j++)
                if (Subnets.Overlap(read[i], read[j]))
                    yield return $"{what}: {read[i]} and {read[j]} overlap";
    }

    private static IEnumerable<string> Preferred(GuidedSubnets guided, IReadOnlyList<int>? lengths)
    {
        foreach (var pool in guided.Pools)
        {
            if (pool.Preferred is not { } preferred)
                continue;
            if (!Subnets.Contains(pool.Include, preferred))
                yield return $"{preferred} does not lie in {pool.Include}";
            if (pool.Exclude.Any(excluded => Subnets.Overlap(excluded, preferred)))
                yield return $"{preferred} touches an excluded subnet";
            if (lengths is { Count: > 0 } && !lengths.Contains(preferred.PrefixLength))
                yield return $"{preferred} is of none of the allowed lengths {string.Join(", ", lengths)}";
        }
    }
}
