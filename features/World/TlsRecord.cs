namespace Harness.Features.World;

/// <summary>Reads the first record of either side of a TLS handshake (RFC 8446, 5.1 and 4).</summary>
public static class TlsRecord
{
    private const int HeaderBytes = 5;
    private const byte AlertRecord = 21;
    private const byte HandshakeRecord = 22;
    private const byte ClientHello = 1;
    private const byte ServerHello = 2;
    private const int SupportedVersions = 43;

    /// <summary>Whether the bytes begin with a ClientHello.</summary>
    public static bool IsClientHello(ReadOnlySpan<byte> sent) => IsHandshake(sent, ClientHello);

    /// <summary>Whether the bytes begin with a ServerHello: the server has chosen a version.</summary>
    public static bool IsServerHello(ReadOnlySpan<byte> received) => IsHandshake(received, ServerHello);

    /// <summary>What an alert says (RFC 8446, 6); null where the bytes begin with none.</summary>
    public static string? Alert(ReadOnlySpan<byte> received)
    {
        if (received.Length < HeaderBytes + 2 || received[0] != AlertRecord)
            return null;
        return received[HeaderBytes + 1] switch
        {
            40 => "handshake_failure",
            70 => "protocol_version",
            71 => "insufficient_security",
            80 => "internal_error",
            var other => $"alert {other}",
        };
    }

    /// <summary>
    /// The highest version that a ClientHello offers, as the protocol numbers them: 0x0303 is TLS 1.2, 0x0304 TLS
    /// 1.3; null where the bytes are no whole ClientHello.
    /// </summary>
    public static int? HighestOffered(ReadOnlySpan<byte> sent)
    {
        if (!IsClientHello(sent))
            return null;
        var reader = new Reader(sent[HeaderBytes..]);
        reader.Skip(4);
        var highest = reader.Number(2);
        reader.Skip(32);
        reader.Skip(reader.Number(1) ?? 0);
        reader.Skip(reader.Number(2) ?? 0);
        reader.Skip(reader.Number(1) ?? 0);
        reader.Skip(2);
        while (reader.Number(2) is { } type && reader.Number(2) is { } length)
        {
            if (type == SupportedVersions)
                highest = Highest(ref reader, length);
            else
                reader.Skip(length);
        }

        return highest;
    }

    private static int? Highest(ref Reader reader, int length)
    {
        var highest = 0;
        reader.Skip(1);
        for (var read = 1; read + 2 <= length && reader.Number(2) is { } version; read += 2)
            // Versions of the form 0x?A?A are there to be ignored (RFC 8701).
            if ((version & 0x0f0f) != 0x0a0a)
                highest = Math.Max(highest, version);
        return highest == 0 ? null : highest;
    }

    private static bool IsHandshake(ReadOnlySpan<byte> bytes, byte message) =>
        bytes.Length > HeaderBytes && bytes[0] == HandshakeRecord && bytes[HeaderBytes] == message;

    private ref struct Reader(ReadOnlySpan<byte> bytes)
    {
        private readonly ReadOnlySpan<byte> bytes = bytes;
        private int at;

        public void Skip(int count) => at += count;

        public int? Number(int length)
        {
            if (at + length > bytes.Length)
                return null;
            var value = 0;
            for (var i = 0; i < length; i++)
                value = (value << 8) | bytes[at++];
            return value;
        }
    }
}
