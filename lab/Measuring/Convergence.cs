namespace Harness.Lab.Measuring;

/// <summary>When something that was looked at again and again came to hold.</summary>
/// <param name="LastWithout">The last look at which it did not hold; null where it held from the first look on.</param>
/// <param name="FirstWith">The first look from which on it held to the end.</param>
public sealed record Convergence(TimeSpan? LastWithout, TimeSpan FirstWith)
{
    /// <summary>Finds it in looks that are in the order of time.</summary>
    /// <returns>Null where it does not hold at the end.</returns>
    public static Convergence? Of(IEnumerable<(TimeSpan At, bool Holds)> looks)
    {
        (TimeSpan? without, TimeSpan? with) = (null, null);
        foreach (var (at, holds) in looks)
        {
            if (holds)
                with ??= at;
            else
                (without, with) = (at, null);
        }

        return with is { } first ? new Convergence(without, first) : null;
    }
}
