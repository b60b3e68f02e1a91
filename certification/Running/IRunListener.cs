using Harness.Certification.Loading;
using Harness.Certification.Planning;
using Harness.Certification.Runs;

namespace Harness.Certification.Running;

/// <summary>
/// Follows a run while it goes on. Called by one thread at a time; what it throws ends the run as a fault.
/// </summary>
public interface IRunListener
{
    /// <param name="plan">What will run.</param>
    /// <param name="workers">Scenarios at a time.</param>
    void RunStarted(Plan plan, int workers)
    {
    }

    void ScenarioStarted(Scenario scenario, int slot)
    {
    }

    void StepStarted(Scenario scenario, Step step, int slot)
    {
    }

    /// <param name="result">What it came to.</param>
    /// <param name="counts">With this one counted.</param>
    void ScenarioFinished(ScenarioResult result, RunCounts counts)
    {
    }

    void RunFinished(Run run)
    {
    }
}
