using System.Buffers.Binary;

namespace Harness.Lab.Measuring.Capture;

/// <summary>What can be read of a frame without its key.</summary>
/// <param name="Destination">Ethernet address, such as <c>02:01:00:01:01:00</c>.</param>
/// <param name="Source">Ethernet address.</param>
/// <param name="Vlans">VLAN ids in the clear, the outermost first.</param>
/// <param name="MacSec">The MACsec tag; null in a frame without.</param>
/// <param name="EtherType">Type of what can be read last; MACsec where all after its tag is encrypted.</param>
/// <param name="Vxlan">What a VXLAN packet carries; null in other frames.</param>
public sealed record EthernetFrame(
    string Destination,
    string Source,
    IReadOnlyList<int> Vlans,
    SecTag? MacSec,
    EtherType EtherType,
    VxlanPacket? Vxlan)
{
    private const int Addresses = 12;
    private const int AddressOctets = 6;
    private const int VlanBits = 0x0fff;

    private const string Ipv6Multicast = "33:33:";

    /// <summary>Whether it is to an IPv6 multicast group of the link itself, without a VLAN tag and in the clear.
    /// </summary>
    public bool IsOwnMulticast => MacSec is null
        && Vlans.Count == 0
        && EtherType == EtherType.Ipv6
        && Destination.StartsWith(Ipv6Multicast, StringComparison.Ordinal);

    /// <summary>Whether nobody without the key can read what it carries.</summary>
    public bool Encrypted => MacSec is { Encrypted: true };

    /// <summary>Reads a frame. One that is cut short is read as far as it goes.</summary>
    public static EthernetFrame Parse(ReadOnlySpan<byte> frame)
    {
        if (frame.Length < Addresses)
            return new EthernetFrame("", "", [], null, EtherType.Unknown, null);
        var vlans = new List<int>();
        SecTag? macSec = null;
        var rest = frame[Addresses..];
        var type = Take(ref rest);
        while (type is EtherType.Vlan or EtherType.OuterVlan or EtherType.MacSec)
        {
            if (type == EtherType.MacSec)
            {
                if (SecTag.Read(rest) is not var (tag, length) || macSec is not null)
                    break;
                macSec = tag;
                rest = rest[length..];
                if (tag.Encrypted)
                    break;
            }
            else
            {
                if (rest.Length < 2)
                    break;
                vlans.Add(BinaryPrimitives.ReadUInt16BigEndian(rest) & VlanBits);
                rest = rest[2..];
            }

            type = Take(ref rest);
        }

        return new EthernetFrame(
            Address(frame), Address(frame[AddressOctets..]), vlans, macSec, type, VxlanPacket.Read(type, rest));
    }

    private static EtherType Take(ref ReadOnlySpan<byte> rest)
    {
        if (rest.Length < 2)
            return EtherType.Unknown;
        var type = (EtherType)BinaryPrimitives.ReadUInt16BigEndian(rest);
        rest = rest[2..];
        return type;
    }

    private static string Address(ReadOnlySpan<byte> octets) =>
        string.Join(':', Convert.ToHexStringLower(octets[..AddressOctets]).Chunk(2).Select(pair => new string(pair)));
}
