using System.Buffers.Binary;
using System.Net;

namespace Harness.Lab.Wiring;

/// <summary>
/// Where the lab's addresses come from: each kind has a pool of its own, and takes from it by number, so that the same
/// topology always has the same addresses and no two of them meet.
/// </summary>
/// <remarks>
/// Nothing lies in 169.254.0.0/16 or fd20::/16, which features negotiate theirs from. The pools are 100.64.0.0/11 for
/// attachments, 100.96.0.0/12 for the channels themselves, 100.127.0.0/16 for router ids, 10.0.0.0/8 for customers'
/// networks and fd1a::/16 for the same in IPv6.
/// </remarks>
internal static class AddressPlan
{
    /// <summary>Bits of an attachment's and a channel's subnet: two addresses.</summary>
    public const int PairBits = 31;

    /// <summary>Bits of an attachment's IPv6 subnet: two addresses.</summary>
    public const int Ipv6PairBits = 127;

    private const int MostPairs = 1 << 19;
    private const int MostNodes = 1 << 16;

    /// <summary>Router id of a node.</summary>
    public static IPAddress RouterId(int node) => Ipv4(100, 127, InPool(node, MostNodes));

    /// <summary>One end of an attachment.</summary>
    public static AddressPair Attachment(int number, int end) => new(
        Ipv4(100, 64, (InPool(number, MostPairs) * 2) + end), Ipv6(1, number, end));

    /// <summary>One end of a channel itself, below all features.</summary>
    public static IPAddress Underlay(int channel, int end) => Ipv4(100, 96, (InPool(channel, MostPairs) * 2) + end);

    /// <summary>The network of a site: 256 IPv4 addresses and 64 bits of IPv6.</summary>
    public static CustomerNetwork Site(int number) => new(
        new IPNetwork(Ipv4(10, 0, InPool(number, MostNodes) * 256), 24),
        new IPNetwork(Ipv6(2, number, 0), 64),
        new AddressPair(Ipv4(10, 0, (number * 256) + 1), Ipv6(2, number, 1)),
        new AddressPair(Ipv4(10, 0, (number * 256) + 10), Ipv6(2, number, 10)));

    /// <summary>Ethernet address of an interface, locally administered.</summary>
    public static string Ethernet(WireKind kind, int number, int member, int end) =>
        $"02:{(int)kind:x2}:{InPool(number, MostNodes) >> 8:x2}:{number & 255:x2}:{member:x2}:{end:x2}";

    private static int InPool(int number, int size) =>
        number >= 0 && number < size
            ? number
            : throw new ArgumentOutOfRangeException(nameof(number), number, $"The pool holds {size}.");

    private static IPAddress Ipv4(int first, int second, int offset)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, (uint)((first << 24) + (second << 16) + offset));
        return new IPAddress(bytes);
    }

    private static IPAddress Ipv6(int pool, int number, int host)
    {
        Span<byte> bytes = stackalloc byte[16];
        bytes.Clear();
        bytes[0] = 0xfd;
        bytes[1] = 0x1a;
        bytes[3] = (byte)pool;
        BinaryPrimitives.WriteInt32BigEndian(bytes[4..], number);
        bytes[15] = (byte)host;
        return new IPAddress(bytes);
    }
}
