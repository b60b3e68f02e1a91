namespace Harness.Certification.Verdicts;

/// <summary>The scenario cannot be carried through, and it is known whose doing that is.</summary>
public sealed class BlameException : Exception
{
    /// <param name="blame">Whose doing it is.</param>
    /// <param name="message">What was expected, what was found, what to do.</param>
    /// <param name="cause">What was thrown, if anything.</param>
    public BlameException(Blame blame, string message, Exception? cause = null)
        : base(message, cause) => Blame = blame;

    /// <summary>Whose doing it is.</summary>
    public Blame Blame { get; }

    /// <summary>Sequence number of the exchange that shows it; null where none does.</summary>
    public int? Exchange { get; init; }
}
