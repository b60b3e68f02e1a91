using Harness.Certification.Runs;
using Harness.Certification.Verdicts;

namespace Harness.Cli.Efficacy.Running;

/// <summary>What the suite has to say of a correct implementation.</summary>
/// <param name="Variant">The implementation.</param>
/// <param name="Run">What was run against it.</param>
internal sealed record VariantResult(Variant Variant, Run Run)
{
    /// <summary>Scenarios that found fault, or met what they could not deal with: false alarms.</summary>
    public IReadOnlyList<ScenarioResult> Alarms =>
    [
        .. Run.Scenarios.Where(result => result.Verdict is Verdict.Fail or Verdict.Warn or Verdict.Error),
    ];

    /// <summary>Whether the report names the reading that the variant follows; true where it follows none.</summary>
    public bool ShowsItsReading => Variant.Point is null || Run.Scenarios.SelectMany(result => result.Readings)
        .Any(reading => reading.Point == Variant.Point && reading.Shown == Variant.Reading);
}
