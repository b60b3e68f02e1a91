using System.Globalization;
using System.Net.Sockets;
using Harness.Reference.Store;
using Harness.Reference.Testbed;

namespace Harness.Reference.Features;

/// <summary>Finds the subnet that is preferred on a channel: one that is free now (GUI-03, GUI-04).</summary>
internal sealed class SubnetPreference(StoreTransaction transaction, string channel)
{
    private const int Window = 64;
    private const int Windows = 64;

    /// <summary>A free subnet of the pool, or null where the search finds none.</summary>
    /// <param name="pool">Subnets to choose within.</param>
    /// <param name="lengths">Allowed lengths; the smallest subnet is preferred, two addresses are enough.</param>
    /// <param name="seed">Where to begin; the search goes on from the pool's first address after that.</param>
    public async Task<IpSubnet?> FindAsync(SubnetPool pool, IReadOnlyList<int> lengths, UInt128 seed)
    {
        var include = IpSubnet.Of(pool.Include);
        var length = lengths.DefaultIfEmpty(-1).Max();
        if (length < include.PrefixLength)
            return null;
        var slots = UInt128.One << (length - include.PrefixLength);
        var start = include.First + (seed % slots << (include.Bits - length));
        return await FromAsync(include, pool, length, start) ?? await FromAsync(include, pool, length, include.First);
    }

    private async Task<IpSubnet?> FromAsync(IpSubnet include, SubnetPool pool, int length, UInt128 from)
    {
        var excluded = pool.Exclude.Select(IpSubnet.Of).Select(part => (part.First, part.Last)).ToArray();
        for (var window = 0; window < Windows; window++)
        {
            var taken = await TakenAsync(include.Family, from);
            if (SubnetChooser.Choose(include, length, from, [.. excluded, .. taken]) is not { } free)
                return null;
            // Past the last one seen there may be more: look again from there.
            if (taken.Count < Window || free.Last < taken[^1].First)
                return free;
            from = free.First;
        }

        return null;
    }

    private async Task<IReadOnlyList<(UInt128 First, UInt128 Last)>> TakenAsync(AddressFamily family, UInt128 from) =>
        family == AddressFamily.InterNetwork
            ? [.. (await FeatureStore.TakenIpv4Async(transaction, channel, (long)from, Window))
                .Select(range => ((UInt128)range.Start, (UInt128)range.End))]
            : [.. (await FeatureStore.TakenIpv6Async(transaction, channel, from.ToString("x32"), Window))
                .Select(range => (Hex(range.Start), Hex(range.End)))];

    private static UInt128 Hex(string digits) => UInt128.Parse(digits, NumberStyles.HexNumber);
}
