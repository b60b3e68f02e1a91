using Harness.Certification.Loading;
using Harness.Certification.Planning;
using Harness.Certification.Runs;

namespace Harness.Certification.Running;

/// <summary>Gathers results, and tells the listener one thing at a time.</summary>
internal sealed class Progress(Plan plan, IRunListener listener)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, ScenarioResult> _results = [];

    /// <summary>The result of that scenario, or null before its end.</summary>
    public ScenarioResult? ResultOf(Scenario scenario)
    {
        lock (_gate)
            return _results.GetValueOrDefault(scenario.Id);
    }

    public void Started(int workers)
    {
        lock (_gate)
            listener.RunStarted(plan, workers);
    }

    public void Started(Scenario scenario, int slot)
    {
        lock (_gate)
            listener.ScenarioStarted(scenario, slot);
    }

    public void Started(Scenario scenario, Step step, int slot)
    {
        lock (_gate)
            listener.StepStarted(scenario, step, slot);
    }

    public void Finished(ScenarioResult result)
    {
        lock (_gate)
        {
            _results.Add(result.Id, result);
            var counts = _results.Values.GroupBy(it => it.Verdict).ToDictionary(group => group.Key, it => it.Count());
            listener.ScenarioFinished(result, new RunCounts(plan.Scenarios.Count, counts));
        }
    }

    public void Finished(Run run)
    {
        lock (_gate)
            listener.RunFinished(run);
    }
}
