using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Harness.Features.World;

/// <summary>Arithmetic on subnets and addresses of either family, as far as proposals need it.</summary>
public static class Subnets
{
    /// <summary>The address as a number; IPv4 in the low 32 bits.</summary>
    public static UInt128 ToNumber(IPAddress address) =>
        address.AddressFamily == AddressFamily.InterNetwork
            ? BinaryPrimitives.ReadUInt32BigEndian(address.GetAddressBytes())
            : BinaryPrimitives.ReadUInt128BigEndian(address.GetAddressBytes());

    /// <summary>The number as an address of <paramref name="family"/>.</summary>
    public static IPAddress ToAddress(UInt128 number, AddressFamily family)
    {
        var bytes = new byte[Bits(family) / 8];
        if (family == AddressFamily.InterNetwork)
            BinaryPrimitives.WriteUInt32BigEndian(bytes, (uint)number);
        else
            BinaryPrimitives.WriteUInt128BigEndian(bytes, number);
        return new IPAddress(bytes);
    }

    /// <summary>Length of an address in bits.</summary>
    public static int Bits(AddressFamily family) => family == AddressFamily.InterNetwork ? 32 : 128;

    /// <summary>First address of the subnet.</summary>
    public static UInt128 First(IPNetwork subnet) => ToNumber(subnet.BaseAddress);

    /// <summary>Last address of the subnet.</summary>
    public static UInt128 Last(IPNetwork subnet) => First(subnet) + (Size(subnet) - 1);

    /// <summary>How many addresses the subnet has.</summary>
    public static UInt128 Size(IPNetwork subnet) =>
        UInt128.One << (Bits(subnet.BaseAddress.AddressFamily) - subnet.PrefixLength);

    /// <summary>Whether the two have an address in common.</summary>
    public static bool Overlap(IPNetwork one, IPNetwork other) =>
        one.BaseAddress.AddressFamily == other.BaseAddress.AddressFamily
        && First(one) <= Last(other) && First(other) <= Last(one);

    /// <summary>Whether <paramref name="inner"/> lies in <paramref name="outer"/> with all its addresses.</summary>
    public static bool Contains(IPNetwork outer, IPNetwork inner) =>
        outer.BaseAddress.AddressFamily == inner.BaseAddress.AddressFamily
        && First(outer) <= First(inner) && Last(inner) <= Last(outer);

    /// <summary>The address at <paramref name="offset"/> in the subnet.</summary>
    public static IPAddress Host(IPNetwork subnet, int offset) =>
        ToAddress(First(subnet) + (UInt128)offset, subnet.BaseAddress.AddressFamily);

    /// <summary>The subnet of <paramref name="length"/> bits that begins at <paramref name="first"/>.</summary>
    public static IPNetwork At(UInt128 first, int length, AddressFamily family) =>
        new(ToAddress(first, family), length);

    /// <summary>
    /// The parts of <paramref name="pool"/> of <paramref name="length"/> bits, from the lowest, that are
    /// clear of <paramref name="excluded"/>.
    /// </summary>
    public static IEnumerable<IPNetwork> Free(IPNetwork pool, int length, IReadOnlyCollection<IPNetwork> excluded)
    {
        if (length < pool.PrefixLength)
            yield break;

        var family = pool.BaseAddress.AddressFamily;
        var step = UInt128.One << (Bits(family) - length);
        var last = Last(pool);
        var first = First(pool);
        while (first <= last && last - first >= step - 1)
        {
            var candidate = At(first, length, family);
            var end = first + (step - 1);

            // What is in the way is passed in one step: it may hold more candidates than can be counted.
            foreach (var taken in excluded.Where(taken => Overlap(taken, candidate)))
                end = Max(end, Last(taken));
            if (end == first + (step - 1) && !excluded.Any(taken => Overlap(taken, candidate)))
                yield return candidate;
            if (last - first < step || end >= last)
                yield break;
            first = ((end / step) + 1) * step;
        }
    }

    private static UInt128 Max(UInt128 one, UInt128 other) => one > other ? one : other;
}
