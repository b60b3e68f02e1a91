namespace Harness.Reference.Features;

/// <summary>Finds a free subnet in a pool.</summary>
public static class SubnetChooser
{
    /// <summary>
    /// The first subnet of <paramref name="length"/> in <paramref name="pool"/> from <paramref name="from"/> on
    /// that meets nothing of <paramref name="taken"/>; null where there is none.
    /// </summary>
    /// <param name="pool">The subnet to choose within.</param>
    /// <param name="length">Prefix length, at least the pool's.</param>
    /// <param name="from">Where to begin.</param>
    /// <param name="taken">First and last addresses that may not be touched, in any order.</param>
    public static IpSubnet? Choose(
        IpSubnet pool, int length, UInt128 from, IEnumerable<(UInt128 First, UInt128 Last)> taken)
    {
        var size = UInt128.One << (pool.Bits - length);
        var candidate = Align(from, size);
        foreach (var (first, last) in taken.OrderBy(range => range.First))
        {
            if (last < candidate)
                continue;
            if (first > candidate + (size - 1))
                break;
            candidate = Align(last + 1, size);
        }

        var subnet = new IpSubnet(pool.Family, candidate, length);
        return pool.Contains(subnet) ? subnet : null;
    }

    private static UInt128 Align(UInt128 address, UInt128 size) => (address + (size - 1)) / size * size;
}
