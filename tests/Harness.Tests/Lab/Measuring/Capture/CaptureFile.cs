using System.Buffers.Binary;

namespace Harness.Tests.Lab.Measuring.Capture;

/// <summary>Capture files as tcpdump writes them.</summary>
internal static class CaptureFile
{
    /// <summary>A file of frames, given in hex; one a second.</summary>
    public static byte[] Of(bool isBig, bool nanoseconds, params string[] frames)
    {
        var file = new MemoryStream();
        void Number(uint value)
        {
            Span<byte> octets = stackalloc byte[4];
            if (isBig)
                BinaryPrimitives.WriteUInt32BigEndian(octets, value);
            else
                BinaryPrimitives.WriteUInt32LittleEndian(octets, value);
            file.Write(octets);
        }

        foreach (var value in new[] { nanoseconds ? 0xa1b23c4d : 0xa1b2c3d4, 0x00020004u, 0u, 0u, 262144u, 1u })
            Number(value);
        foreach (var (at, hex) in frames.Index())
        {
            Number(1_700_000_000 + (uint)at);
            Number(nanoseconds ? 250_000_000u : 250_000u);
            Number((uint)hex.Length / 2);
            Number((uint)hex.Length / 2);
            file.Write(Convert.FromHexString(hex));
        }

        return file.ToArray();
    }
}
