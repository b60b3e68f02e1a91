using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Harness.Reference.Paging;

/// <summary>
/// Makes and reads page tokens. A token holds the position of the last item and a code over it and the query
/// (HMAC-SHA-256), so that a forged one and one of another query are told apart from a good one (COM-07).
/// </summary>
/// <param name="secret">Key of the code; a token lives as long as it does.</param>
public sealed class PageTokens(byte[] secret)
{
    private const int CodeBytes = 16;

    /// <summary>A token that leads on after <paramref name="position"/>.</summary>
    public string Seal(string collection, int size, string position)
    {
        var text = Encoding.UTF8.GetBytes(position);
        return Base64Url.EncodeToString([.. Code(collection, size, text), .. text]);
    }

    /// <summary>Reads a token.</summary>
    /// <returns>Whether it was issued for this query, and the position in it; null where it holds none.</returns>
    public (bool Authentic, string? Position) Open(string collection, int size, string token)
    {
        if (!Base64Url.IsValid(token) || Base64Url.DecodeFromChars(token) is not { Length: > CodeBytes } bytes)
            return (false, null);
        var text = bytes.AsSpan(CodeBytes);
        var authentic = CryptographicOperations.FixedTimeEquals(
            bytes.AsSpan(0, CodeBytes), Code(collection, size, text));
        return (authentic, Encoding.UTF8.GetString(text));
    }

    // A line feed is in no collection's name: the parts cannot run into each other.
    private ReadOnlySpan<byte> Code(string collection, int size, ReadOnlySpan<byte> position) =>
        HMACSHA256.HashData(secret, (byte[])[.. Encoding.UTF8.GetBytes($"{collection}\n{size}\n"), .. position])
            .AsSpan(0, CodeBytes);
}
