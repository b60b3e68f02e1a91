using Harness.Certification.Runs;
using Harness.Certification.Verdicts;

namespace Harness.Certification.Reports;

/// <summary>How tools that know only four outcomes have to count a scenario.</summary>
internal enum StandingKind
{
    Passed,
    Skipped,
    Failed,
    Errored,
}

/// <summary>A scenario's verdict, told to a tool that does not know warnings, waivers or blame.</summary>
/// <param name="Kind">The outcome that such a tool knows.</param>
/// <param name="Message">What it would otherwise not learn; null for a plain pass.</param>
internal sealed record Standing(StandingKind Kind, string? Message)
{
    public static Standing Of(ScenarioResult scenario, RunView view)
    {
        var message = scenario.Message ?? "no reason was recorded";
        if (view.WaiverOf(scenario) is { } waiver)
            return new Standing(StandingKind.Skipped, $"{Words.Of(waiver)} What is waived: {message}");

        return scenario.Verdict switch
        {
            Verdict.Pass => new Standing(StandingKind.Passed, null),
            Verdict.Warn => new Standing(StandingKind.Passed, $"Warning: {message}"),
            Verdict.Skip => new Standing(StandingKind.Skipped, $"Skipped: {message}"),
            Verdict.Inconclusive => new Standing(StandingKind.Skipped, $"Inconclusive: {message}"),
            Verdict.Error => new Standing(StandingKind.Errored, $"Error ({Words.Of(scenario.Blame)}): {message}"),
            Verdict.Fail => new Standing(StandingKind.Failed, message),
            _ => throw new ArgumentOutOfRangeException(nameof(scenario), scenario.Verdict, "Unknown verdict"),
        };
    }
}
