using Harness.Certification.Verdicts;

namespace Harness.Certification.Running;

/// <summary>How far a run has come.</summary>
/// <param name="Planned">Scenarios of the plan.</param>
/// <param name="ByVerdict">Scenarios that have ended, by what they came to, where any did.</param>
public sealed record RunCounts(int Planned, IReadOnlyDictionary<Verdict, int> ByVerdict)
{
    /// <summary>Scenarios that have ended.</summary>
    public int Finished => ByVerdict.Values.Sum();

    /// <summary>Scenarios that ended with this verdict.</summary>
    public int Of(Verdict verdict) => ByVerdict.GetValueOrDefault(verdict);
}
