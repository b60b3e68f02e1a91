using System.Security.Cryptography;

namespace Harness.Lab.Routers.MacSec;

/// <summary>AES-CMAC (RFC 4493), the pseudorandom function of IEEE 802.1X.</summary>
internal static class AesCmac
{
    private const int BlockBytes = 16;
    private const byte Reduction = 0x87;

    /// <summary>The code of a message.</summary>
    /// <param name="key">16 or 32 octets.</param>
    /// <param name="message">Any length.</param>
    /// <returns>16 octets.</returns>
    public static byte[] Of(byte[] key, ReadOnlySpan<byte> message)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        var subkey = Doubled(aes.EncryptEcb(new byte[BlockBytes], PaddingMode.None));
        var blocks = Math.Max(1, (message.Length + BlockBytes - 1) / BlockBytes);
        var last = new byte[BlockBytes];
        var tail = message[((blocks - 1) * BlockBytes)..];
        tail.CopyTo(last);
        if (tail.Length < BlockBytes)
        {
            last[tail.Length] = 0x80;
            subkey = Doubled(subkey);
        }

        var state = new byte[BlockBytes];
        for (var at = 0; at < blocks - 1; at++)
            state = aes.EncryptEcb(Xor(state, message.Slice(at * BlockBytes, BlockBytes)), PaddingMode.None);
        return aes.EncryptEcb(Xor(Xor(state, last), subkey), PaddingMode.None);
    }

    // Times x in the field of 2^128 elements.
    private static byte[] Doubled(byte[] block)
    {
        var doubled = new byte[BlockBytes];
        for (var at = 0; at < BlockBytes; at++)
            doubled[at] = (byte)((block[at] << 1) | (at + 1 < BlockBytes ? block[at + 1] >> 7 : 0));
        if ((block[0] & 0x80) != 0)
            doubled[^1] ^= Reduction;
        return doubled;
    }

    private static byte[] Xor(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        var mixed = new byte[BlockBytes];
        for (var at = 0; at < BlockBytes; at++)
            mixed[at] = (byte)(one[at] ^ other[at]);
        return mixed;
    }
}
