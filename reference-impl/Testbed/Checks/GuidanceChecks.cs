using System.Net;

namespace Harness.Reference.Testbed.Checks;

/// <summary>Checks of what an interconnect's guidance offers.</summary>
internal static class GuidanceChecks
{
    private static readonly NumberRange UsableVlans = new(1025, 4094);

    /// <summary>GUI-02: ranges are well formed, apart from each other, and VLANs usable.</summary>
    public static IEnumerable<(string Where, string Found, string Change)> Ranges(TestbedModel testbed)
    {
        foreach (var (name, guidance) in All(testbed))
        {
            var lists = new (string Key, IReadOnlyList<NumberRange> Ranges)[]
            {
                ("asnRanges", guidance.AsnRanges),
                ("vlanRanges", guidance.VlanRanges),
                ("mtuRanges", guidance.MtuRanges),
            };
            foreach (var (key, ranges) in lists)
                foreach (var (found, change) in WellFormed(key, ranges))
                    yield return (name, found, change);

            foreach (var range in guidance.VlanRanges)
            {
                if (!UsableVlans.Contains(range.Start) || !UsableVlans.Contains(range.Stop))
                {
                    yield return (
                        name, $"expected VLAN ids within {UsableVlans}, found {range}", "shorten the VLAN range");
                }
            }

            if (!guidance.AsnRanges.Any(range => range.Contains(guidance.OwnAsn)))
            {
                yield return (
                    name,
                    $"expected ownAsn within asnRanges {string.Join(", ", guidance.AsnRanges)}, "
                    + $"found {guidance.OwnAsn}",
                    "add it to asnRanges or choose another ownAsn");
            }
        }
    }

    /// <summary>GUI-03: subnets are disjoint, exclusions lie inside, and an allowed length fits.</summary>
    public static IEnumerable<(string Where, string Found, string Change)> Subnets(TestbedModel testbed)
    {
        foreach (var (name, guidance) in All(testbed))
        {
            foreach (var (found, change) in Family("ipv4", guidance.Ipv4Pools, guidance.Ipv4PrefixLengths, 31))
                yield return (name, found, change);
            foreach (var (found, change) in Family("ipv6", guidance.Ipv6Pools, guidance.Ipv6PrefixLengths, 127))
                yield return (name, found, change);
        }
    }

    private static IEnumerable<(string Found, string Change)> WellFormed(
        string key, IReadOnlyList<NumberRange> ranges)
    {
        if (ranges.Count == 0)
            yield return ($"expected at least one range in {key}, found none", $"add a range to {key}");
        for (var i = 0; i < ranges.Count; i++)
        {
            if (ranges[i].Start > ranges[i].Stop)
                yield return ($"expected start <= stop in {key}, found {ranges[i]}", "swap the two numbers");
            for (var j = i + 1; j < ranges.Count; j++)
            {
                if (ranges[i].Overlaps(ranges[j]))
                {
                    yield return (
                        $"expected ranges in {key} that do not overlap, found {ranges[i]} and {ranges[j]}",
                        "merge the two ranges");
                }
            }
        }
    }

    private static IEnumerable<(string Found, string Change)> Family(
        string key, IReadOnlyList<SubnetPool> pools, IReadOnlyList<int> lengths, int longest)
    {
        if (pools.Count > 0 && lengths.Count == 0)
            yield return ($"expected allowed prefix lengths for {key}, found none", $"add {key}PrefixLengths");
        if (lengths.Any(length => length > longest))
        {
            yield return (
                $"expected {key}PrefixLengths of at most {longest}, so that two hosts fit, "
                + $"found {string.Join(", ", lengths)}",
                "remove the longer ones");
        }

        for (var i = 0; i < pools.Count; i++)
        {
            foreach (var other in pools.Skip(i + 1).Where(other => Overlap(pools[i].Include, other.Include)))
                yield return ($"expected disjoint subnets, found {pools[i].Include} and {other.Include}", "merge them");
            foreach (var found in Pool(key, pools[i], lengths))
                yield return found;
        }
    }

    private static IEnumerable<(string Found, string Change)> Pool(
        string key, SubnetPool pool, IReadOnlyList<int> lengths)
    {
        if (lengths.Count > 0 && lengths.All(length => length < pool.Include.PrefixLength))
        {
            yield return (
                $"expected a length in {key}PrefixLengths that fits into {pool.Include}, "
                + $"found {string.Join(", ", lengths)}",
                $"allow a length of at least {pool.Include.PrefixLength}");
        }

        foreach (var excluded in pool.Exclude)
        {
            if (!Inside(excluded, pool.Include))
                yield return ($"expected exclusions inside {pool.Include}, found {excluded}", "remove the exclusion");
            if (excluded.PrefixLength <= pool.Include.PrefixLength && Overlap(excluded, pool.Include))
                yield return ($"expected something left of {pool.Include}, found all excluded", "exclude less");
        }
    }

    private static bool Overlap(IPNetwork one, IPNetwork other) =>
        one.BaseAddress.AddressFamily == other.BaseAddress.AddressFamily
        && (one.Contains(other.BaseAddress) || other.Contains(one.BaseAddress));

    private static bool Inside(IPNetwork inner, IPNetwork outer) =>
        inner.PrefixLength >= outer.PrefixLength && Overlap(inner, outer);

    private static IEnumerable<(string Name, TestbedGuidance Guidance)> All(TestbedModel testbed) =>
        testbed.Environments.SelectMany(environment => environment.Interconnects.Select(
            interconnect => ($"{environment.Name.Interconnect(interconnect.Id)}", interconnect.Guidance)));
}
