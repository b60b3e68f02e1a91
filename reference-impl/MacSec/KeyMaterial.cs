using System.Security.Cryptography;

namespace Harness.Reference.MacSec;

/// <summary>Fresh key material. A secret (SEC-05).</summary>
internal sealed record KeyMaterial(string Cak, string Ckn)
{
    private const int Octets = 16;

    /// <summary>Random octets that nothing can repeat: a seed would make the key guessable.</summary>
    public static KeyMaterial New() => new(
        Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Octets)),
        Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Octets)));

    /// <summary>Names nothing of the key (SEC-05).</summary>
    public override string ToString() => "KeyMaterial { redacted }";
}
