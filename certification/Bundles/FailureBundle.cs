using Harness.Certification.Catalogue;
using Harness.Certification.Runs;
using Harness.Certification.Verdicts;

namespace Harness.Certification.Bundles;

/// <summary>
/// All that is known of one scenario that did not pass, in one file: to be read, handed on and replayed. It is made
/// of what a run recorded, and so holds no secret.
/// </summary>
/// <param name="Format">Version of this layout, <see cref="CurrentFormat"/>.</param>
/// <param name="Tool">Name and version of the harness that ran it.</param>
/// <param name="Target">Who was certified, with its version.</param>
/// <param name="Options">What the run was asked to do; its seed makes the scenario's data and decisions again.</param>
/// <param name="Requirements">What the scenario decides, in the words of the catalogue.</param>
/// <param name="Scenario">
/// What came of it: steps as they were written, exchanges of both directions, notes with what was held at gates
/// and when it was let go, figures, and which files lie beside the reports.
/// </param>
public sealed record FailureBundle(
    string Format,
    string Tool,
    TargetDescription Target,
    RunOptionsRecord Options,
    IReadOnlyList<Requirement> Requirements,
    ScenarioResult Scenario)
{
    public const string CurrentFormat = "harness-failure/2";

    /// <summary>The bundle of one scenario of a run.</summary>
    public static FailureBundle Of(Run run, ScenarioResult scenario) => new(
        CurrentFormat,
        run.Tool,
        run.Target,
        run.Options,
        [.. run.Requirements.Select(it => it.Requirement).Where(it => scenario.Requirements.Contains(it.Id))],
        scenario);

    /// <summary>Whether a scenario has something to be read or replayed: it ran, and did not simply pass.</summary>
    public static bool IsDue(ScenarioResult scenario) => scenario.Verdict is not (Verdict.Pass or Verdict.Skip);
}
