using System.Buffers.Binary;
using System.Text;

namespace Harness.Lab.Routers.MacSec;

/// <summary>The key derivation function of IEEE 802.1X-2010, 6.2.1: NIST SP 800-108 in counter mode over AES-CMAC.
/// </summary>
internal static class KeyDerivation
{
    private const int BlockBytes = 16;

    /// <summary>Derives octets.</summary>
    /// <param name="key">The key, 16 or 32 octets.</param>
    /// <param name="label">What they are for.</param>
    /// <param name="context">What they belong to.</param>
    /// <param name="octets">How many.</param>
    public static byte[] Derive(byte[] key, string label, ReadOnlySpan<byte> context, int octets)
    {
        var output = new byte[octets];
        Span<byte> length = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)(octets * 8));
        for (var counter = 1; (counter - 1) * BlockBytes < octets; counter++)
        {
            var block = AesCmac.Of(key, [(byte)counter, .. Encoding.ASCII.GetBytes(label), 0, .. context, .. length]);
            var at = (counter - 1) * BlockBytes;
            block.AsSpan(0, Math.Min(BlockBytes, octets - at)).CopyTo(output.AsSpan(at));
        }

        return output;
    }
}
