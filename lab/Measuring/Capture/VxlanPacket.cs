using System.Buffers.Binary;

namespace Harness.Lab.Measuring.Capture;

/// <summary>A VXLAN packet, which stands in for a VLAN tag where the kernel has none.</summary>
/// <param name="Vni">Its network identifier; in the lab, the VLAN id.</param>
/// <param name="Inner">The frame that it carries.</param>
public sealed record VxlanPacket(int Vni, EthernetFrame Inner)
{
    private const int UdpProtocol = 17;
    private const int Port = 4789;
    private const int UdpOctets = 8;
    private const int VxlanOctets = 8;
    private const int LeastIpv4Octets = 20;
    private const int FragmentBits = 0x1fff;

    /// <summary>Reads an IPv4 packet; null where it is no VXLAN packet.</summary>
    internal static VxlanPacket? Read(EtherType type, ReadOnlySpan<byte> packet)
    {
        if (type != EtherType.Ipv4 || packet.Length < LeastIpv4Octets)
            return null;
        var header = (packet[0] & 0x0f) * 4;
        var isFirstFragment = (BinaryPrimitives.ReadUInt16BigEndian(packet[6..]) & FragmentBits) == 0;
        if (packet[9] != UdpProtocol || !isFirstFragment || header < LeastIpv4Octets
            || packet.Length < header + UdpOctets + VxlanOctets)
            return null;
        var udp = packet[header..];
        if (BinaryPrimitives.ReadUInt16BigEndian(udp[2..]) != Port)
            return null;
        var vni = BinaryPrimitives.ReadInt32BigEndian(udp[(UdpOctets + 4)..]) >> 8 & 0xffffff;
        return new VxlanPacket(vni, EthernetFrame.Parse(udp[(UdpOctets + VxlanOctets)..]));
    }
}
