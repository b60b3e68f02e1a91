namespace Harness.Simulator.Behaviours;

/// <summary>On which of the matching requests a behaviour acts, counted from 1.</summary>
/// <param name="First">The first one.</param>
/// <param name="Last">The last one, inclusive; null for all that follow.</param>
public sealed record Occasions(int First = 1, int? Last = null)
{
    /// <summary>Every one.</summary>
    public static Occasions Every { get; } = new();

    /// <summary>The first <paramref name="count"/>.</summary>
    public static Occasions FirstOnes(int count) => new(1, count);

    /// <summary>One of them only.</summary>
    public static Occasions Only(int number) => new(number, number);

    /// <summary>Whether the occasion with this number is among them.</summary>
    public bool Include(int number) => number >= First && (Last is null || number <= Last);
}
