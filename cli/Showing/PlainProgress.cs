using System.Globalization;
using Harness.Certification.Planning;
using Harness.Certification.Reports.Text;
using Harness.Certification.Running;
using Harness.Certification.Runs;
using Harness.Certification.Verdicts;

namespace Harness.Cli.Showing;

/// <summary>
/// Progress for logs: a line for each scenario that did not simply pass, and a count now and then, so that a
/// long silence means that something is wrong.
/// </summary>
internal sealed class PlainProgress(TextWriter output, TimeProvider time) : IRunListener
{
    private const int ScenariosBetweenCounts = 100;
    private static readonly TimeSpan TimeBetweenCounts = TimeSpan.FromSeconds(10);

    private long told = time.GetTimestamp();
    private int toldAt;

    public void RunStarted(Plan plan, int workers) => output.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"Running {plan.Scenarios.Count} scenarios, at most {workers} at a time"));

    public void ScenarioFinished(ScenarioResult result, RunCounts counts)
    {
        if (result.Verdict != Verdict.Pass)
            output.WriteLine(TextSummary.Line(result));
        var silent = time.GetElapsedTime(told);
        if (counts.Finished - toldAt < ScenariosBetweenCounts && silent < TimeBetweenCounts)
            return;
        told = time.GetTimestamp();
        toldAt = counts.Finished;
        var verdicts = counts.ByVerdict.SelectMany(pair => Enumerable.Repeat((Verdict?)pair.Key, pair.Value));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{counts.Finished} of {counts.Planned} scenarios: {TextSummary.Counts(verdicts)}"));
    }
}
