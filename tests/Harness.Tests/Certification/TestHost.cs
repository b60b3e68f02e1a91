using Harness.Certification.Bindings;
using Harness.Certification.Planning;
using Harness.Certification.Running;
using Harness.Certification.Runs;
using Harness.Certification.Verdicts;

namespace Harness.Tests.Certification;

/// <summary>A host without any API: gives scenarios a script.</summary>
internal sealed class TestHost(Script script, int slots = 1) : IScenarioHost
{
    private readonly Lock _gate = new();
    private readonly List<string> _events = [];

    public int Slots { get; } = slots;

    public Func<ScenarioContext, Task> OnOpen { get; init; } = _ => Task.CompletedTask;

    public Func<Task> OnClose { get; init; } = () => Task.CompletedTask;

    public Func<Exception, BlameException?> OnExplain { get; init; } = _ => null;

    /// <summary>What happened, in order.</summary>
    public IReadOnlyList<string> Events
    {
        get
        {
            lock (_gate)
                return [.. _events];
        }
    }

    public void Happened(string what)
    {
        lock (_gate)
            _events.Add(what);
    }

    public async Task<IScenarioScope> OpenAsync(ScenarioContext context, CancellationToken cancellation)
    {
        await OnOpen(context);
        return new Scope(this, script);
    }

    public BlameException? Explain(Exception exception) => OnExplain(exception);

    /// <summary>Runs a plan with short deadlines.</summary>
    public Task<Run> RunAsync(
        Plan plan,
        IRunListener? listener = null,
        Func<RunOptions, RunOptions>? with = null,
        CancellationToken stop = default)
    {
        var options = new RunOptions(
            "harness test",
            new TargetDescription("target", "https://target.test", [], []),
            "harness certify",
            Seed: 7,
            Parallel: Slots,
            TimeProvider.System);
        return Runner.RunAsync(plan, this, with?.Invoke(options) ?? options, listener ?? new SilentListener(), stop);
    }

    private sealed class Scope(TestHost host, Script script) : IScenarioScope
    {
        public IReadOnlyList<object> Instances => [script, host];

        public async ValueTask DisposeAsync()
        {
            await host.OnClose();
            host.Happened("closed");
        }
    }
}
