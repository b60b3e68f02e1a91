using Harness.Certification.Runs;

namespace Harness.Certification.Reports.Html;

/// <summary>A step's status as a sign.</summary>
internal static class StepSign
{
    public static string Of(StepStatus status) => status switch
    {
        StepStatus.Passed => "\u2713",
        StepStatus.Failed => "\u2717",
        _ => "\u2013",
    };
}
