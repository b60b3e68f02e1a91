using Harness.Certification.Runs;

namespace Harness.Certification.Rollup;

/// <summary>What a run's scenarios come to.</summary>
/// <param name="Verdict">The outcome of the whole.</param>
/// <param name="Reasons">Why it is not <see cref="RunVerdict.Certified"/>, most important first.</param>
/// <param name="Requirements">Every requirement of the catalogue, in its order.</param>
public sealed record Outcome(
    RunVerdict Verdict,
    IReadOnlyList<string> Reasons,
    IReadOnlyList<RequirementResult> Requirements);
