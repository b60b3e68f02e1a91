using System.Collections.Concurrent;
using Harness.Certification.Loading;
using Harness.Certification.Planning;
using Harness.Certification.Runs;
using Harness.Certification.Verdicts;

namespace Harness.Certification.Running;

/// <summary>
/// Carries out a plan: several scenarios at a time, each on a slot of its own; then those that run alone.
/// </summary>
public sealed class Runner
{
    private readonly Plan _plan;
    private readonly IScenarioHost _host;
    private readonly RunOptions _options;
    private readonly Progress _progress;
    private readonly SlotPool _slots;

    private Runner(Plan plan, IScenarioHost host, RunOptions options, IRunListener listener)
    {
        if (host.Slots < 1)
            throw new BlameException(Blame.Config, $"Expected at least one environment to run in, found {host.Slots}");
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Parallel, 1);
        _plan = plan;
        _host = host;
        _options = options;
        _progress = new Progress(plan, listener);
        _slots = new SlotPool(Math.Min(options.Parallel, host.Slots));
    }

    /// <summary>Runs every scenario of the plan, unless it is stopped.</summary>
    /// <param name="plan">What to run.</param>
    /// <param name="host">Where to run it.</param>
    /// <param name="options">How to run it.</param>
    /// <param name="listener">Follows it.</param>
    /// <param name="stop">Ends the run early: running scenarios clean up, and the run is marked as stopped.</param>
    /// <exception cref="BlameException">The host has no environment to run in.</exception>
    public static Task<Run> RunAsync(
        Plan plan,
        IScenarioHost host,
        RunOptions options,
        IRunListener listener,
        CancellationToken stop) =>
        new Runner(plan, host, options, listener).RunAsync(stop);

    private async Task<Run> RunAsync(CancellationToken stop)
    {
        var startedAt = _options.Time.GetUtcNow();
        var together = new ConcurrentQueue<Scenario>(_plan.Scenarios.Where(scenario => !scenario.IsSerial));
        var workers = _slots.Live.Take(Math.Max(1, together.Count)).ToList();
        _progress.Started(workers.Count);
        await Task.WhenAll(workers.Select(slot => WorkAsync(slot, together, stop)));
        foreach (var alone in _plan.Scenarios.Where(scenario => scenario.IsSerial))
        {
            if (!stop.IsCancellationRequested)
                await RunAsync(alone, _slots.Live[0], stop);
        }

        var run = RollUp(startedAt, stop.IsCancellationRequested);
        _progress.Finished(run);
        return run;
    }

    private async Task WorkAsync(int slot, ConcurrentQueue<Scenario> queue, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested && queue.TryDequeue(out var scenario))
        {
            var abandoned = await RunAsync(scenario, slot, stop);
            if (abandoned && _slots.Retire(slot))
                return;
        }
    }

    private async Task<bool> RunAsync(Scenario scenario, int slot, CancellationToken stop)
    {
        _progress.Started(scenario, slot);
        var runner = new ScenarioRunner(_plan.Suite, scenario, slot, _host, _options, _progress);
        _progress.Finished(await runner.RunAsync(stop));
        return runner.IsAbandoned;
    }

    private Run RollUp(DateTimeOffset startedAt, bool stopped)
    {
        var finishedAt = _options.Time.GetUtcNow();
        var results = _plan.Scenarios
            .Select(scenario => _progress.ResultOf(scenario)
                ?? (stopped ? ScenarioResults.NotBegun(scenario, finishedAt) : null))
            .OfType<ScenarioResult>()
            .ToList();
        var today = DateOnly.FromDateTime(finishedAt.UtcDateTime);
        var outcome = Rollup.RollUp.Of(_plan, results, _options.Waivers, today, stopped);
        return new Run(
            Run.CurrentFormat,
            _options.Tool,
            startedAt,
            finishedAt,
            _options.Target,
            new RunOptionsRecord(
                _options.Seed,
                _options.Parallel,
                _plan.Selection.Tags,
                _plan.Selection.Only,
                _options.Command),
            outcome.Verdict,
            outcome.Reasons,
            outcome.Requirements,
            results);
    }
}
