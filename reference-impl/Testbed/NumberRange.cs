namespace Harness.Reference.Testbed;

/// <summary>Numbers from <paramref name="Start"/> to <paramref name="Stop"/>, both inclusive.</summary>
public readonly record struct NumberRange(long Start, long Stop)
{
    /// <summary>Whether <paramref name="value"/> lies in the range.</summary>
    public bool Contains(long value) => Start <= value && value <= Stop;

    /// <summary>Whether the two ranges have a number in common.</summary>
    public bool Overlaps(NumberRange other) => Start <= other.Stop && other.Start <= Stop;

    /// <summary>As the testbed file writes it: <c>1025-4094</c>, or <c>64512</c> for one number.</summary>
    public override string ToString() => Start == Stop ? $"{Start}" : $"{Start}-{Stop}";
}
