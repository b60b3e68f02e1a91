using Harness.Certification.Running;
using Harness.Certification.Runs;
using Harness.Certification.Verdicts;

namespace Harness.Cli.Efficacy.Running;

/// <summary>Waits for a scenario that notices, and ends the run then.</summary>
/// <param name="stop">Ends the run.</param>
internal sealed class KillListener(CancellationTokenSource stop) : IRunListener
{
    private ScenarioResult? failed;
    private ScenarioResult? blamed;

    /// <summary>
    /// The scenario that noticed: the first whose check failed, or else the first that could not be carried through
    /// and put it down to the target. Null for none so far.
    /// </summary>
    public ScenarioResult? Killer => failed ?? blamed;

    /// <summary>How many scenarios have ended by then.</summary>
    public int Finished { get; private set; }

    public void ScenarioFinished(ScenarioResult result, RunCounts counts)
    {
        if (failed is not null)
            return;
        Finished++;
        if (result is { Verdict: Verdict.Error, Blame: Blame.Target })
            blamed ??= result;
        if (result.Verdict is not (Verdict.Fail or Verdict.Warn))
            return;
        failed = result;
        stop.Cancel();
    }
}
