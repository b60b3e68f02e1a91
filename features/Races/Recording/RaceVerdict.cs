using Harness.Certification.Linearizability;
using Harness.Certification.Runs;

namespace Harness.Features.Races.Recording;

/// <summary>What a race came to. Only <see cref="Explained"/> is a pass. Closed.</summary>
public abstract record RaceVerdict
{
    private RaceVerdict()
    {
    }

    /// <summary>Some order of the requests explains every answer.</summary>
    /// <param name="Requests">How many requests there were.</param>
    public sealed record Explained(int Requests) : RaceVerdict;

    /// <summary>No order explains the answers.</summary>
    /// <param name="Partition">Whose requests they are.</param>
    /// <param name="Tell">Says which answers, and why no order explains them, made as small as can be.</param>
    public sealed record Violated(string Partition, Func<ViolationContext, ToldViolation> Tell) : RaceVerdict;

    /// <summary>The search ended before it was done.</summary>
    /// <param name="Why">Which bound ended it, and what to do.</param>
    public sealed record Undecided(string Why) : RaceVerdict;

    /// <summary>Too little happened at one time to say anything.</summary>
    /// <param name="Why">What was seen, and what to do.</param>
    public sealed record NotExercised(string Why) : RaceVerdict;
}

/// <summary>A violation as people can use it.</summary>
/// <param name="Words">In words.</param>
/// <param name="Picture">As a timeline.</param>
public sealed record ToldViolation(Explanation Words, Figure Picture);
