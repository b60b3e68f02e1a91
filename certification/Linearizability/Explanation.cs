using System.Globalization;
using System.Text;

namespace Harness.Certification.Linearizability;

/// <summary>What a person has to know besides the violation itself.</summary>
/// <param name="Requirements">Ids of the requirements that it breaks.</param>
public sealed record ViolationContext(IReadOnlyList<string> Requirements)
{
    /// <summary>The command line that replays it; null where there is none.</summary>
    public string? Replay { get; init; }

    /// <summary>How often a replay came to a violation again, and how often it was tried; null before any.</summary>
    public (int Times, int Of)? Reproduced { get; init; }
}

/// <summary>A violation as a person would tell it.</summary>
/// <param name="Headline">One sentence: which answers contradict one another, and which requirement.</param>
/// <param name="Answers">The answers of the core, each with its letter, client and interval.</param>
/// <param name="Reasons">Why no order explains them: what has to come first, and where each order ends.</param>
/// <param name="Aside">What was not needed, what may or may not have happened, and how to replay it.</param>
public sealed record Explanation(
    string Headline,
    IReadOnlyList<string> Answers,
    IReadOnlyList<string> Reasons,
    IReadOnlyList<string> Aside)
{
    /// <summary>All of it, a line each.</summary>
    public string Text
    {
        get
        {
            var text = new StringBuilder(Headline);
            foreach (var line in Answers)
                text.Append(CultureInfo.InvariantCulture, $"\n  {line}");
            foreach (var line in Reasons.Concat(Aside))
                text.Append('\n').Append(line);
            return $"{text}";
        }
    }

    /// <summary>Puts a violation into words.</summary>
    public static Explanation Of<TState, TInput, TAnswer>(
        ISequentialModel<TState, TInput, TAnswer> model,
        MinimalViolation<TInput, TAnswer> violation,
        ViolationContext context)
        where TState : IEquatable<TState>
        where TAnswer : class =>
        new ExplanationWriter<TState, TInput, TAnswer>(model, violation).Write(context);
}
