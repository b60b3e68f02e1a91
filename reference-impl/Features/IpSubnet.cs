using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Harness.Reference.Features;

/// <summary>A subnet of either family as the range of its addresses.</summary>
/// <param name="Family">IPv4 or IPv6.</param>
/// <param name="Address">The address as it was written, host bits included.</param>
/// <param name="PrefixLength">In bits.</param>
public readonly record struct IpSubnet(AddressFamily Family, UInt128 Address, int PrefixLength)
{
    /// <summary>Bits of an address of the family.</summary>
    public int Bits => Family == AddressFamily.InterNetwork ? 32 : 128;

    /// <summary>First address.</summary>
    public UInt128 First => Address & ~HostMask;

    /// <summary>Last address.</summary>
    public UInt128 Last => Address | HostMask;

    /// <summary>Whether the host bits are masked off (FEA-04).</summary>
    public bool IsMasked => First == Address;

    /// <summary>First address of an IPv4 subnet, for the store.</summary>
    public long FirstAsNumber => (long)First;

    /// <summary>Last address of an IPv4 subnet, for the store.</summary>
    public long LastAsNumber => (long)Last;

    /// <summary>First address in 32 hex digits, for the store.</summary>
    public string FirstAsHex => First.ToString("x32");

    /// <summary>Last address in 32 hex digits, for the store.</summary>
    public string LastAsHex => Last.ToString("x32");

    // Shifting by all 128 bits would shift by none.
    private UInt128 HostMask => PrefixLength == 0 && Bits == 128
        ? UInt128.MaxValue
        : (UInt128.One << (Bits - PrefixLength)) - 1;

    public static IpSubnet Of(IPNetwork network) =>
        new(network.BaseAddress.AddressFamily, Number(network.BaseAddress), network.PrefixLength);

    /// <summary>
    /// Reads a subnet whose length stands beside it. The address may carry the length as well, in CIDR
    /// notation, which the source leaves open; the two have to agree.
    /// </summary>
    public static bool TryParse(AddressFamily family, string? text, int? prefixLength, out IpSubnet subnet)
    {
        subnet = default;
        if (text is null || prefixLength is not { } length)
            return false;
        var parts = text.Split('/');
        if (parts.Length > 2 || (parts.Length == 2 && parts[1] != length.ToString()))
            return false;
        var bits = family == AddressFamily.InterNetwork ? 32 : 128;
        if (length < 0 || length > bits || !TryParseAddress(family, parts[0], out var address))
            return false;
        subnet = new IpSubnet(family, address, length);
        return true;
    }

    /// <summary>Reads an address; IPv4 in its four decimal numbers only, IPv6 without a zone or a port.</summary>
    public static bool TryParseAddress(AddressFamily family, string? text, out UInt128 address)
    {
        address = default;
        if (!IPAddress.TryParse(text, out var parsed) || parsed.AddressFamily != family)
            return false;
        var wellFormed = family == AddressFamily.InterNetwork
            ? parsed.ToString() == text
            : text.AsSpan().IndexOfAny('[', '%') < 0;
        address = Number(parsed);
        return wellFormed;
    }

    /// <summary>Whether <paramref name="address"/> lies in the subnet.</summary>
    public bool Contains(UInt128 address) => First <= address && address <= Last;

    /// <summary>Whether the whole of <paramref name="other"/> lies in the subnet.</summary>
    public bool Contains(IpSubnet other) =>
        Family == other.Family && First <= other.First && other.Last <= Last;

    /// <summary>Whether the two have an address in common.</summary>
    public bool Overlaps(IpSubnet other) =>
        Family == other.Family && First <= other.Last && other.First <= Last;

    /// <summary>An address of the subnet, counted from its first.</summary>
    public string AddressAt(int offset) => Text(First + (UInt128)offset);

    /// <summary>The subnet that two have in common: the smaller one, where it lies in the other; else null.</summary>
    public IpSubnet? Common(IpSubnet other) =>
        Contains(other) ? other : other.Contains(this) ? this : null;

    /// <summary>CIDR notation.</summary>
    public override string ToString() => $"{Text(Address)}/{PrefixLength}";

    private string Text(UInt128 address)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, address);
        return $"{new IPAddress(Family == AddressFamily.InterNetwork ? bytes[12..] : bytes)}";
    }

    private static UInt128 Number(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[16];
        bytes.Clear();
        var length = address.AddressFamily == AddressFamily.InterNetwork ? 4 : 16;
        address.TryWriteBytes(bytes[(16 - length)..], out _);
        return BinaryPrimitives.ReadUInt128BigEndian(bytes);
    }
}
