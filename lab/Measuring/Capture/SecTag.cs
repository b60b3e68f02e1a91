using System.Buffers.Binary;

namespace Harness.Lab.Measuring.Capture;

/// <summary>The MACsec tag of a frame (IEEE 802.1AE, clause 9).</summary>
/// <param name="Association">Association number, 0 to 3: which key the frame is under.</param>
/// <param name="Encrypted">Whether the rest of the frame is unreadable, and not only protected against change.</param>
/// <param name="PacketNumber">Number of the frame under its key.</param>
/// <param name="Channel">Identifier of the sending secure channel, in hex; null where the frame has none.</param>
public sealed record SecTag(int Association, bool Encrypted, uint PacketNumber, string? Channel)
{
    private const int WithoutChannel = 6;
    private const int ChannelOctets = 8;
    private const int HasChannel = 0x20;
    private const int IsEncrypted = 0x08;
    private const int AssociationBits = 0x03;

    /// <summary>Reads what follows the EtherType of MACsec.</summary>
    /// <returns>The tag and its length in octets; null where the frame is too short for one.</returns>
    internal static (SecTag Tag, int Length)? Read(ReadOnlySpan<byte> octets)
    {
        if (octets.Length < WithoutChannel)
            return null;
        var control = octets[0];
        var length = (control & HasChannel) == 0 ? WithoutChannel : WithoutChannel + ChannelOctets;
        if (octets.Length < length)
            return null;
        var tag = new SecTag(
            control & AssociationBits,
            (control & IsEncrypted) != 0,
            BinaryPrimitives.ReadUInt32BigEndian(octets[2..]),
            length == WithoutChannel ? null : Convert.ToHexStringLower(octets[WithoutChannel..length]));
        return (tag, length);
    }
}
