using Harness.Certification.Bindings;
using Harness.Certification.Evidence;
using Harness.Certification.Loading;
using Harness.Certification.Runs;
using Harness.Certification.Verdicts;

namespace Harness.Certification.Running;

/// <summary>Runs one scenario on one slot: opens its world, runs hooks and steps, and cleans up in any case.</summary>
internal sealed class ScenarioRunner
{
    private readonly Suite _suite;
    private readonly Scenario _scenario;
    private readonly IScenarioHost _host;
    private readonly RunOptions _options;
    private readonly Progress _progress;
    private readonly ScenarioContext _context;
    private readonly Guard _guard;
    private readonly List<StepResult> _steps = [];
    private Finding? _finding;
    private IScenarioScope? _scope;
    private InstanceResolver _instances = new([]);

    public ScenarioRunner(
        Suite suite,
        Scenario scenario,
        int slot,
        IScenarioHost host,
        RunOptions options,
        Progress progress)
    {
        _suite = suite;
        _scenario = scenario;
        _host = host;
        _options = options;
        _progress = progress;
        var evidence = new EvidenceRecorder(new Redactor(options.Redaction), options.Time, options.Evidence);
        var seed = Seeds.Of(options.Seed, scenario.Feature, scenario.Name);
        _context = new ScenarioContext(scenario.Info, seed, slot, evidence, suite.Catalogue.OpenPoints);
        _guard = new Guard(_context, host, options);
    }

    /// <summary>Whether code of the scenario may still be running, so that its slot must not be used again.</summary>
    public bool IsAbandoned { get; private set; }

    public async Task<ScenarioResult> RunAsync(CancellationToken run)
    {
        var startedAt = _options.Time.GetUtcNow();
        var begun = _options.Time.GetTimestamp();
        using var deadline = new Deadline(_options.Deadlines.Scenario, _options.Time);
        using var whole = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, run);
        var phase = new Phase(
            "the scenario", _options.Deadlines.Scenario, MustRun: false, deadline, whole.Token, run);
        await OpenAsync(phase);
        await RunHooksAsync(HookMoment.BeforeScenario, phase);
        foreach (var step in _scenario.Steps)
            await RunStepAsync(step, phase);
        _context.Evidence.StepLine = 0;
        await CleanUpAsync();
        return Result(startedAt, _options.Time.GetElapsedTime(begun));
    }

    private async Task OpenAsync(Phase phase)
    {
        var opening = _options.Deadlines.Step;
        Record(await _guard.RunAsync("the opening of the scenario's world", opening, OpenScopeAsync, phase));
        _instances = new InstanceResolver([_context, .. _scope?.Instances ?? []]);
    }

    // A world that opens after everybody left is closed at once.
    private async Task OpenScopeAsync()
    {
        var scope = await _host.OpenAsync(_context, _context.CancellationToken);
        if (IsAbandoned)
            await scope.DisposeAsync();
        else
            _scope = scope;
    }

    private async Task RunHooksAsync(HookMoment moment, Phase phase)
    {
        foreach (var hook in Hooks(moment))
        {
            if (_finding is null)
                Record(await RunHookAsync(hook, _options.Deadlines.Step, phase));
        }
    }

    private async Task RunStepAsync(Step step, Phase phase)
    {
        if (_finding is not null)
        {
            _steps.Add(Of(step, StepStatus.NotRun, TimeSpan.Zero));
            return;
        }

        _context.Evidence.StepLine = step.Line;
        _progress.Started(_scenario, step, _context.Slot);
        var begun = _options.Time.GetTimestamp();
        await RunHooksAsync(HookMoment.BeforeStep, phase);
        if (_finding is null)
            Record(await _guard.RunAsync(
                $"the step \"{step}\"", _options.Deadlines.Step, () => Invoker.InvokeAsync(step.Call), phase));
        foreach (var hook in Hooks(HookMoment.AfterStep))
            Record(await RunHookAsync(hook, _options.Deadlines.Step, phase));
        var status = _finding?.Verdict switch
        {
            null => StepStatus.Passed,
            Verdict.Skip => StepStatus.Skipped,
            _ => StepStatus.Failed,
        };
        _steps.Add(Of(step, status, _options.Time.GetElapsedTime(begun)));
    }

    // Not bound to the run: a target is left as it was found, also after Ctrl-C.
    private async Task CleanUpAsync()
    {
        using var deadline = new Deadline(_options.Deadlines.CleanUp, _options.Time);
        var phase = new Phase(
            "the clean-up",
            _options.Deadlines.CleanUp,
            MustRun: true,
            deadline,
            deadline.Token,
            CancellationToken.None);
        foreach (var hook in _scope is null ? [] : Hooks(HookMoment.AfterScenario))
            RecordCleanUp(await RunHookAsync(hook, limit: null, phase));
        foreach (var made in _instances.Disposables)
            RecordCleanUp(await _guard.RunAsync(
                $"the disposal of {made.GetType().Name}", limit: null, () => DisposeAsync(made), phase));
        if (_scope is { } scope)
            RecordCleanUp(await _guard.RunAsync(
                "the closing of the scenario's world", limit: null, () => scope.DisposeAsync().AsTask(), phase));
    }

    private static async Task DisposeAsync(object made)
    {
        if (made is IAsyncDisposable async)
            await async.DisposeAsync();
        else
            ((IDisposable)made).Dispose();
    }

    private StepInvoker Invoker => new(_instances, _suite.Bindings.Transformations);

    private IReadOnlyList<HookBinding> Hooks(HookMoment moment) => _suite.Bindings.HooksAt(moment, _scenario.Tags);

    private Task<Finding?> RunHookAsync(HookBinding hook, TimeSpan? limit, Phase phase) =>
        _guard.RunAsync($"the hook {hook.Method.Name}", limit, () => Invoker.InvokeAsync(hook), phase);

    private void Record(Finding? finding)
    {
        _finding ??= finding;
        IsAbandoned |= finding?.Abandoned == true;
    }

    // A failed clean-up spoils a pass, but does not hide why the scenario itself failed.
    private void RecordCleanUp(Finding? finding)
    {
        if (finding is null)
            return;
        var blame = finding.Verdict == Verdict.Fail ? Blame.Target : finding.Blame ?? Blame.Harness;
        var message = $"The clean-up failed: {finding.Message}";
        _context.Note(message);
        Record(finding with { Verdict = Verdict.Error, Blame = blame, Message = message });
        IsAbandoned |= finding.Abandoned;
    }

    private ScenarioResult Result(DateTimeOffset startedAt, TimeSpan duration)
    {
        var evidence = _context.Evidence;
        return ScenarioResults.Of(_scenario, Judged(), startedAt) with
        {
            Message = Clean(_finding?.Message),
            Expected = Clean(_finding?.Expected),
            Found = Clean(_finding?.Found),
            FailingExchange = _finding?.Exchange,
            Blame = _finding?.Blame,
            Steps = _steps,
            Exchanges = evidence.Exchanges(),
            Notes = evidence.Notes(),
            Figures = evidence.Figures(),
            Attachments = [.. evidence.Attachments().Select(Named)],
            Readings = _context.Readings,
            Duration = duration,
            Slot = _context.Slot,
        };
    }

    private Verdict Judged()
    {
        if (_finding is null)
            return Verdict.Pass;
        var binds = _scenario.Requirements.Any(id => _suite.Catalogue.Find(id)?.Binding != false);
        return _finding.Verdict == Verdict.Fail && !binds ? Verdict.Warn : _finding.Verdict;
    }

    // All attachments of a run lie in one directory.
    private Attachment Named(Attachment attachment) =>
        attachment with { FileName = $"{PlainName.Of(_scenario.Id)}-{attachment.FileName}" };

    private string? Clean(string? text) => text is null ? null : _context.Evidence.Redactor.Text(text);

    private static StepResult Of(Step step, StepStatus status, TimeSpan duration) =>
        new(step.Keyword, step.Text, step.Line, status, duration, step.Argument);
}
