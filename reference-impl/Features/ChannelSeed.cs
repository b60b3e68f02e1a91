using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Harness.Protocol.Names;

namespace Harness.Reference.Features;

/// <summary>Where a connection begins to look for free values on a channel.</summary>
internal static class ChannelSeed
{
    /// <summary>Another one for every connection, interconnect and channel, and always the same for the same.</summary>
    public static UInt128 Of(ConnectionName connection, string channel) => BinaryPrimitives.ReadUInt128BigEndian(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{connection.Connection} {connection.Interconnect.Id} {channel}")));
}
