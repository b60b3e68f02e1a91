using Harness.Certification.Running;
using Harness.Certification.Runs;
using Harness.Certification.Verdicts;

namespace Harness.Cli.Efficacy.Running;

/// <summary>Waits for a scenario that notices, and ends the run then.</summary>
/// <param name="stop">Ends the run.</param>
internal sealed class KillListener(CancellationTokenSource stop) : IRunListener
{
    /// <summary>The first scenario that noticed; null for none so far.</summary>
    public ScenarioResult? Killer { get; private set; }

    /// <summary>How many scenarios have ended by then.</summary>
    public int Finished { get; private set; }

    public void ScenarioFinished(ScenarioResult result, RunCounts counts)
    {
        if (Killer is not null)
            return;
        Finished++;
        if (!Notices(result))
            return;
        Killer = result;
        stop.Cancel();
    }

    // A target that answers what cannot be dealt with is found out as well: that error is its own.
    private static bool Notices(ScenarioResult result) =>
        result is { Verdict: Verdict.Fail or Verdict.Warn } or { Verdict: Verdict.Error, Blame: Blame.Target };
}
