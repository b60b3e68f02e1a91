namespace Harness.Reference.Ids;

/// <summary>Ids that a seed fixes, so that a run can be repeated.</summary>
public sealed class SeededIds(int seed) : IIdSource
{
    private readonly Lock gate = new();
    private readonly Random random = new(seed);

    public Guid NewUuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        lock (gate)
            random.NextBytes(bytes);
        return UuidBits.Version4(bytes);
    }
}
