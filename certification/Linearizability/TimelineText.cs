namespace Harness.Certification.Linearizability;

/// <summary>What stands in a bar.</summary>
/// <param name="Letter">Its letter in the words; null outside of the core.</param>
/// <param name="Asked">What was asked, cut to fit.</param>
/// <param name="Answered">What was answered, cut to fit; null where no answer came.</param>
internal sealed record TimelineText(string? Letter, string Asked, string? Answered)
{
    private const int Longest = 34;

    // No font can be measured here: a letter of the picture's size is about this wide in any of them.
    private const double LetterWidth = 6.9;
    private const double Padding = 22;
    private const double Badge = 22;

    /// <summary>What a bar says in which no answer came.</summary>
    public const string NoAnswer = "no answer";

    /// <summary>The room that the words need.</summary>
    public double Width => Padding + (Letter is null ? 0 : Badge)
        + (LetterWidth * Math.Max(Asked.Length, (Answered ?? NoAnswer).Length + 2));

    /// <summary>A text on one line, cut where it is too long for a bar.</summary>
    public static string Fitted(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        if (line.Length <= Longest)
            return line;
        var end = char.IsHighSurrogate(line[Longest - 2]) ? Longest - 2 : Longest - 1;
        return line[..end] + "\u2026";
    }
}
