namespace Harness.Lab.Routers.MacSec;

/// <summary>
/// A MACsec key as a router's kernel knows it. The CAK never gets there: the kernel is given a SAK that either end
/// derives from CAK and CKN by itself, in the way of IEEE 802.1X.
/// </summary>
/// <param name="Number">Association number, 0 to 3: which key a frame is under.</param>
/// <param name="KeyId">Identifies the key in the kernel's own reports, 16 octets in lower-case hex; no secret.</param>
/// <param name="Sak">The key, 16 octets in hex. A secret (SEC-05).</param>
public sealed record SecureAssociation(int Number, string KeyId, string Sak)
{
    private const int Numbers = 4;
    private const int Octets = 16;

    /// <summary>The number that the next key has.</summary>
    public int NextNumber => (Number + 1) % Numbers;

    /// <summary>Derives the key. Both ends come to the same, and another CAK or CKN leads to another.</summary>
    /// <param name="cak">The CAK, 16 or 32 octets in hex (MAC-15).</param>
    /// <param name="ckn">The CKN, 1 to 32 octets in hex (MAC-15).</param>
    /// <param name="number">The association number, 0 to 3.</param>
    /// <exception cref="ArgumentException">One of them is not as said; the message holds neither.</exception>
    public static SecureAssociation Derive(string cak, string ckn, int number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(number, Numbers);
        var key = Octet(cak, "a CAK of 16 or 32 octets in hex", length => length is 16 or 32);
        var name = Octet(ckn, "a CKN of 1 to 32 octets in hex", length => length is >= 1 and <= 32);
        return new SecureAssociation(
            number,
            Convert.ToHexStringLower(KeyDerivation.Derive(key, "Harness lab KI", name, Octets)),
            Convert.ToHexStringLower(KeyDerivation.Derive(key, "IEEE8021 SAK", name, Octets)));
    }

    /// <summary>Leaves out the key (SEC-05).</summary>
    public override string ToString() => $"SecureAssociation {{ {Number}, {KeyId} }}";

    private static byte[] Octet(string hex, string expected, Func<int, bool> fits)
    {
        var known = hex.Length % 2 == 0 && hex.All(char.IsAsciiHexDigit) && fits(hex.Length / 2);
        return known ? Convert.FromHexString(hex) : throw new ArgumentException($"Expected {expected}.");
    }
}
