using Harness.Certification.Loading;
using Harness.Certification.Selecting;

namespace Harness.Certification.Planning;

/// <summary>The scenarios of a run, in the order in which they begin. Never empty.</summary>
public sealed class Plan
{
    internal Plan(Suite suite, Selection selection, IReadOnlyList<Scenario> scenarios)
    {
        Suite = suite;
        Selection = selection;
        Scenarios = scenarios;
    }

    public Suite Suite { get; }

    public Selection Selection { get; }

    public IReadOnlyList<Scenario> Scenarios { get; }

    /// <summary>Whether nothing of the suite is left out: only such a run can certify.</summary>
    public bool IsWhole => Scenarios.Count == Suite.Scenarios.Count;
}
