using Harness.Certification.Runs;
using Harness.Certification.Verdicts;

namespace Harness.Certification.Bundles;

/// <summary>What came of replaying a bundle's scenario.</summary>
/// <param name="Asked">How many times it was to be run.</param>
/// <param name="Results">One for each time that it ran to its end.</param>
/// <param name="Reproduced">How many of them failed as the bundle says: same verdict, at the same step.</param>
public sealed record ReplayOutcome(int Asked, IReadOnlyList<ScenarioResult> Results, int Reproduced)
{
    /// <summary>How many passed.</summary>
    public int Passed => Results.Count(result => result.Verdict == Verdict.Pass);

    /// <summary>How many neither passed nor failed as the bundle says.</summary>
    public int Otherwise => Results.Count - Passed - Reproduced;

    /// <summary>Whether every one certifies: passed, or with a warning only.</summary>
    public bool IsGood => Results.All(result => result.Verdict is Verdict.Pass or Verdict.Warn);

    /// <summary><c>reproduced 37 of 50</c>, and what the others came to.</summary>
    public override string ToString()
    {
        var others = new List<string>();
        if (Passed > 0)
            others.Add($"{Passed} passed");
        if (Otherwise > 0)
            others.Add($"{Otherwise} ended otherwise");
        if (Results.Count < Asked)
            others.Add($"{Asked - Results.Count} not run");
        return $"reproduced {Reproduced} of {Asked}" + (others.Count == 0 ? "" : $"; {string.Join(", ", others)}");
    }
}
