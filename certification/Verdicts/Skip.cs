using System.Diagnostics.CodeAnalysis;

namespace Harness.Certification.Verdicts;

/// <summary>Ends a scenario as skipped.</summary>
public static class Skip
{
    /// <summary>Ends the scenario as skipped.</summary>
    /// <param name="reason">What is missing and what would bring it, in one sentence.</param>
    /// <exception cref="SkipException">Always.</exception>
    [DoesNotReturn]
    public static void Because(string reason) => throw new SkipException(reason);

    /// <summary>Ends the scenario as skipped unless the condition holds.</summary>
    /// <exception cref="SkipException">The condition does not hold.</exception>
    public static void Unless([DoesNotReturnIf(false)] bool condition, string reason)
    {
        if (!condition)
            Because(reason);
    }
}
