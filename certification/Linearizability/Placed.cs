namespace Harness.Certification.Linearizability;

/// <summary>A set of small numbers, equal by value: which operations an order has placed already.</summary>
internal readonly struct Placed : IEquatable<Placed>
{
    private const int Width = 64;
    private readonly ulong _low;
    private readonly ulong[]? _high;

    private Placed(ulong low, ulong[]? high)
    {
        _low = low;
        _high = high;
    }

    /// <summary>The empty set.</summary>
    /// <param name="size">How many numbers there are, from 0.</param>
    public static Placed None(int size) => new(0, size <= Width ? null : new ulong[(size - 1) / Width]);

    /// <summary>This set and one number more.</summary>
    public Placed With(int number)
    {
        var bit = 1UL << (number % Width);
        if (number < Width)
            return new Placed(_low | bit, _high);
        var high = (ulong[])_high!.Clone();
        high[(number / Width) - 1] |= bit;
        return new Placed(_low, high);
    }

    /// <summary>Whether every number of this set is in the other.</summary>
    public bool IsWithin(Placed other)
    {
        if ((_low & ~other._low) != 0)
            return false;
        for (var word = 0; word < (_high?.Length ?? 0); word++)
        {
            if ((_high![word] & ~other._high![word]) != 0)
                return false;
        }

        return true;
    }

    public bool Equals(Placed other) =>
        _low == other._low && (_high is null || _high.AsSpan().SequenceEqual(other._high));

    public override bool Equals(object? obj) => obj is Placed other && Equals(other);

    public override int GetHashCode()
    {
        var hash = _low.GetHashCode();
        foreach (var word in _high ?? [])
            hash = HashCode.Combine(hash, word);
        return hash;
    }
}
