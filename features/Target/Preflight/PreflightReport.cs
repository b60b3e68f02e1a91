namespace Harness.Features.Target.Preflight;

/// <summary>What a preflight found.</summary>
/// <param name="Findings">In the order in which they were found.</param>
public sealed record PreflightReport(IReadOnlyList<Finding> Findings)
{
    /// <summary>Whether the run can begin.</summary>
    public bool Passed => Findings.All(finding => finding.Severity != Severity.Error);

    /// <summary>The errors.</summary>
    public IEnumerable<Finding> Errors => Findings.Where(finding => finding.Severity == Severity.Error);
}
