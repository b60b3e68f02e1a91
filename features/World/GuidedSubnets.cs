using System.Net;
using System.Net.Sockets;
using Harness.Protocol.Resources;

namespace Harness.Features.World;

/// <summary>One family's subnet guidance of a channel, read (GUI-03). Unreadable parts are left out.</summary>
public sealed class GuidedSubnets
{
    private GuidedSubnets(AddressFamily family, IReadOnlyList<Pool> pools, IReadOnlyList<int> lengths)
    {
        Family = family;
        Pools = pools;
        Lengths = lengths;
    }

    /// <summary>A subnet to choose within, its exclusions, and the server's preference.</summary>
    public sealed record Pool(IPNetwork Include, IReadOnlyList<IPNetwork> Exclude, IPNetwork? Preferred);

    public AddressFamily Family { get; }

    public IReadOnlyList<Pool> Pools { get; }

    /// <summary>Allowed prefix lengths; where guidance restricts none, the usual one for a point-to-point
    /// link.</summary>
    public IReadOnlyList<int> Lengths { get; }

    public static GuidedSubnets Ipv4(L3BaseGuidance? guidance) => Read(
        AddressFamily.InterNetwork,
        guidance?.Ipv4SubnetGuidance,
        guidance?.Ipv4AllowedSubnetPrefixLengths,
        usual: 30);

    public static GuidedSubnets Ipv6(L3BaseGuidance? guidance) => Read(
        AddressFamily.InterNetworkV6,
        guidance?.Ipv6SubnetGuidance,
        guidance?.Ipv6AllowedSubnetPrefixLengths,
        usual: 126);

    /// <summary>The server's preference where it gave one, or else the first subnet that is free.</summary>
    public IPNetwork? Preferred(IReadOnlyCollection<IPNetwork> taken) =>
        Pools.Select(pool => pool.Preferred).FirstOrDefault(preferred => preferred is not null) ?? First(taken);

    /// <summary>The lowest subnet of an allowed length that no exclusion and nothing taken touches.</summary>
    public IPNetwork? First(IReadOnlyCollection<IPNetwork> taken) => AllFree(taken).Cast<IPNetwork?>().FirstOrDefault();

    /// <summary>Every free subnet of the allowed lengths, from the lowest. Lazy: a pool may be large.</summary>
    public IEnumerable<IPNetwork> AllFree(IReadOnlyCollection<IPNetwork> taken) =>
        from pool in Pools
        from length in Lengths
        from subnet in Subnets.Free(pool.Include, length, [.. pool.Exclude, .. taken])
        select subnet;

    /// <summary>The highest free subnet of the first pool at its longest allowed length.</summary>
    public IPNetwork? Last(IReadOnlyCollection<IPNetwork> taken)
    {
        if (Pools.Count == 0)
            return null;

        var pool = Pools[^1];
        var length = Lengths[^1];
        var step = UInt128.One << (Subnets.Bits(Family) - length);
        for (var first = Subnets.Last(pool.Include) - (step - 1); first >= Subnets.First(pool.Include); first -= step)
        {
            var candidate = Subnets.At(first, length, Family);
            if (!pool.Exclude.Concat(taken).Any(other => Subnets.Overlap(other, candidate)))
                return candidate;
            if (first < step)
                break;
        }

        return null;
    }

    /// <summary>The smallest guided subnet that holds another and more; null where there is none.</summary>
    public IPNetwork? Around(IPNetwork inner) => Lengths
        .Where(length => length < inner.PrefixLength)
        .OrderDescending()
        .Select(length => Subnets.At(
            Subnets.First(inner) >> (Subnets.Bits(Family) - length) << (Subnets.Bits(Family) - length), length, Family))
        .Where(outer => Pools.Any(pool => Subnets.Contains(pool.Include, outer)
            && !pool.Exclude.Any(excluded => Subnets.Overlap(excluded, outer))))
        .Cast<IPNetwork?>()
        .FirstOrDefault();

    private static GuidedSubnets Read(
        AddressFamily family,
        IReadOnlyList<SubnetGuidance>? guidance,
        IReadOnlyList<int>? lengths,
        int usual)
    {
        var pools = (guidance ?? [])
            .Where(part => IPNetwork.TryParse(part.IncludeSubnet, out var include)
                && include.BaseAddress.AddressFamily == family)
            .Select(part => new Pool(
                IPNetwork.Parse(part.IncludeSubnet!),
                [.. (part.ExcludeSubnets ?? []).Where(text => IPNetwork.TryParse(text, out _)).Select(IPNetwork.Parse)],
                IPNetwork.TryParse(part.PreferredSubnet, out var preferred) ? preferred : null))
            .ToList();
        return new GuidedSubnets(family, pools, lengths is { Count: > 0 } ? lengths : [usual]);
    }
}
