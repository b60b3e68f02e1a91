namespace Harness.Reference.Ids;

/// <summary>Makes UUIDs of random bytes.</summary>
internal static class UuidBits
{
    /// <summary>The 16 bytes as a UUID, with version 4 and variant 1 marked as RFC 9562 demands.</summary>
    public static Guid Version4(Span<byte> bytes)
    {
        bytes[6] = (byte)((bytes[6] & 0x0f) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
