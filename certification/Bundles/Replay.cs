using Harness.Certification.Loading;
using Harness.Certification.Planning;
using Harness.Certification.Running;
using Harness.Certification.Runs;
using Harness.Certification.Verdicts;

namespace Harness.Certification.Bundles;

/// <summary>
/// Runs a bundle's scenario again. The seed fixes data and decisions, not a target's scheduler: what depends on that
/// comes again some of the times only, which is why it is run several times.
/// </summary>
public static class Replay
{
    /// <summary>The bundle's scenario in a suite; by its title, since lines move. Null where it is gone.</summary>
    public static Scenario? Find(Suite suite, FailureBundle bundle) => suite.Scenarios.FirstOrDefault(it =>
        it.Feature == bundle.Scenario.Feature && it.Name == bundle.Scenario.Name);

    /// <summary>What is not as it was when the bundle was written, a line each; empty where all is.</summary>
    /// <param name="scenario">As it is now.</param>
    /// <param name="bundle">As it was.</param>
    /// <param name="tool">Name and version of the harness as it is now.</param>
    public static IReadOnlyList<string> Differences(Scenario scenario, FailureBundle bundle, string tool)
    {
        var differences = new List<string>();
        if (bundle.Tool != tool)
            differences.Add($"the bundle was written by {bundle.Tool}, this is {tool}");
        var now = scenario.Steps.Select(step => (step.Keyword, step.Text, step.Argument)).ToList();
        var then = bundle.Scenario.Steps.Select(step => (step.Keyword, step.Text, step.Argument)).ToList();
        if (now.SequenceEqual(then))
            return differences;
        var at = now.Zip(then).TakeWhile(it => it.First == it.Second).Count();
        differences.Add($"the scenario's text is another one from step {at + 1} on: "
            + $"{Step(then, at)} in the bundle, {Step(now, at)} here");
        return differences;
    }

    /// <summary>Runs it a number of times, one after the other.</summary>
    /// <param name="plan">The scenario alone.</param>
    /// <param name="bundle">What it is compared with.</param>
    /// <param name="times">How often.</param>
    /// <param name="host">Where it runs.</param>
    /// <param name="options">How it runs; the seed is the bundle's, whatever they say.</param>
    /// <param name="listener">Follows each.</param>
    /// <param name="stop">Ends it early: what did not run to its end does not count.</param>
    public static async Task<ReplayOutcome> RunAsync(
        Plan plan,
        FailureBundle bundle,
        int times,
        IScenarioHost host,
        RunOptions options,
        IRunListener listener,
        CancellationToken stop)
    {
        var seeded = options with { Seed = bundle.Options.Seed, Parallel = 1 };
        var results = new List<ScenarioResult>();
        while (results.Count < times)
        {
            var run = await Runner.RunAsync(plan, host, seeded, listener, stop);
            if (run.Verdict == RunVerdict.Stopped)
                break;
            results.AddRange(run.Scenarios);
        }

        return new ReplayOutcome(times, results, results.Count(result => IsSame(result, bundle.Scenario)));
    }

    private static bool IsSame(ScenarioResult now, ScenarioResult then) =>
        now.Verdict != Verdict.Pass && now.Verdict == then.Verdict && Ending(now) == Ending(then);

    // Where it ended, by the step's text: the message may name data that another slot or time made.
    private static string? Ending(ScenarioResult result) =>
        result.Steps.FirstOrDefault(step => step.Status == StepStatus.Failed)?.Text;

    private static string Step(List<(string Keyword, string Text, string? Argument)> steps, int at) =>
        at < steps.Count ? $"\"{steps[at].Keyword.Trim()} {steps[at].Text}\"" : "none";
}
