using System.Security.Cryptography;

namespace Harness.Reference.Ids;

/// <summary>Ids that nobody can guess.</summary>
public sealed class RandomIds : IIdSource
{
    public Guid NewUuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        RandomNumberGenerator.Fill(bytes);
        return UuidBits.Version4(bytes);
    }
}
