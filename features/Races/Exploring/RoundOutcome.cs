using Harness.Features.Races.Recording;

namespace Harness.Features.Races.Exploring;

/// <summary>What a round came to. Closed.</summary>
public abstract record RoundOutcome
{
    private RoundOutcome()
    {
    }

    /// <summary>It ran to its end, and was judged.</summary>
    /// <param name="Race">What was recorded.</param>
    /// <param name="Verdict">What it came to.</param>
    /// <param name="Plan">What was planned, in words.</param>
    public sealed record Judged(IRace Race, RaceVerdict Verdict, IReadOnlyList<string> Plan) : RoundOutcome;

    /// <summary>A check beside the race did not hold.</summary>
    /// <param name="Message">What was checked, expected and found.</param>
    public sealed record Failed(string Message) : RoundOutcome;

    /// <summary>It cannot be run against this target.</summary>
    /// <param name="Reason">What is missing.</param>
    public sealed record Skipped(string Reason) : RoundOutcome;

    /// <summary>It broke off: the target did not answer, or did not do what has to precede a race.</summary>
    /// <param name="Message">What happened.</param>
    public sealed record BrokenOff(string Message) : RoundOutcome;

    /// <summary>Whether it shows that the target breaks a requirement.</summary>
    public bool IsViolation => this is Failed or Judged { Verdict: RaceVerdict.Violated };
}
