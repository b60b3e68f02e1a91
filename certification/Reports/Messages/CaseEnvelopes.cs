using System.Text.Json;
using Harness.Certification.Reports.Json;
using Harness.Certification.Runs;
using Harness.Certification.Verdicts;

namespace Harness.Certification.Reports.Messages;

/// <summary>One scenario as a test case: its plan, then how each step went, with the exchanges attached.</summary>
internal sealed class CaseEnvelopes
{
    public const string RunId = "run";

    /// <summary>The hook that carries a finding which no step shows, such as a failed clean-up.</summary>
    public const string HookId = "hook";

    private readonly NumberedScenario _numbered;
    private readonly ScenarioResult _scenario;
    private readonly Standing _standing;
    private readonly string _finding;
    private readonly bool _needsHook;

    public CaseEnvelopes(NumberedScenario numbered, RunView view)
    {
        _numbered = numbered;
        _scenario = numbered.Scenario;
        _standing = Standing.Of(_scenario, view);
        _finding = $"{_standing.Message}\n{FailureText.Of(_scenario, view)}";
        _needsHook = _scenario.Verdict != Verdict.Pass && !_scenario.Steps.Any(ShowsFinding);
    }

    private string StartedId => _numbered.Id("case-started");

    public void WritePlan(EnvelopeWriter lines) => lines.Write("testCase", testCase =>
    {
        testCase.String("id", _numbered.Id("case"));
        testCase.String("pickleId", _numbered.Id("pickle"));
        testCase.Objects("testSteps", Enumerable.Range(0, StepCount), (step, index) =>
        {
            step.String("id", StepId(index));
            if (index < _scenario.Steps.Count)
                step.String("pickleStepId", _numbered.Id("pickle-step", index));
            else
                step.String("hookId", HookId);
        });
        testCase.String("testRunStartedId", RunId);
    });

    public void WriteResults(EnvelopeWriter lines)
    {
        var at = _scenario.StartedAt;
        WriteStart(lines, at);
        for (var i = 0; i < StepCount; i++)
        {
            var index = i;
            lines.Write("testStepStarted", started => WriteStepRef(started, index, at));
            WriteAttachments(lines, index);
            var step = i < _scenario.Steps.Count ? _scenario.Steps[i] : null;
            at += step?.Duration ?? TimeSpan.Zero;
            lines.Write("testStepFinished", finished =>
            {
                WriteStepRef(finished, index, at);
                finished.Object("testStepResult", result => WriteResult(result, step));
            });
        }

        lines.Write("testCaseFinished", finished =>
        {
            finished.String("testCaseStartedId", StartedId);
            finished.Timestamp("timestamp", _scenario.StartedAt + _scenario.Duration);
            finished.Boolean("willBeRetried", false);
        });
    }

    private int StepCount => _scenario.Steps.Count + (_needsHook ? 1 : 0);

    private void WriteStart(EnvelopeWriter lines, DateTimeOffset at) => lines.Write("testCaseStarted", started =>
    {
        started.Number("attempt", 0);
        started.String("id", StartedId);
        started.String("testCaseId", _numbered.Id("case"));
        started.String("workerId", $"slot-{_scenario.Slot}");
        started.Timestamp("timestamp", at);
    });

    private void WriteStepRef(MessageWriter it, int index, DateTimeOffset at)
    {
        it.String("testCaseStartedId", StartedId);
        it.String("testStepId", StepId(index));
        it.Timestamp("timestamp", at);
    }

    private void WriteResult(MessageWriter it, StepResult? step)
    {
        it.Duration("duration", step?.Duration ?? TimeSpan.Zero);
        var shows = step is null || ShowsFinding(step);
        if (shows)
            it.String("message", _finding);
        it.String("status", shows ? StatusOfFinding() : step!.Status == StepStatus.Passed ? "PASSED" : "SKIPPED");
    }

    private string StatusOfFinding() => _standing.Kind switch
    {
        StandingKind.Passed => "PASSED",
        StandingKind.Skipped when _scenario.Verdict == Verdict.Inconclusive => "PENDING",
        StandingKind.Skipped => "SKIPPED",
        _ => "FAILED",
    };

    // Exchanges belong to the step during which they began; those outside of every step go to the last one.
    private void WriteAttachments(EnvelopeWriter lines, int index)
    {
        foreach (var exchange in _scenario.Exchanges.Where(exchange => StepOf(exchange) == index))
        {
            lines.Write("attachment", attachment =>
            {
                attachment.String("body", JsonSerializer.Serialize(exchange, RunJsonContext.Default.Exchange));
                attachment.String("contentEncoding", "IDENTITY");
                attachment.String("fileName", $"exchange-{exchange.Sequence}.json");
                attachment.String("mediaType", "application/json");
                attachment.String("testCaseStartedId", StartedId);
                attachment.String("testStepId", StepId(index));
                attachment.Timestamp("timestamp", exchange.StartedAt);
            });
        }
    }

    private int StepOf(Exchange exchange)
    {
        for (var i = 0; i < _scenario.Steps.Count; i++)
        {
            if (_scenario.Steps[i].Line == exchange.StepLine)
                return i;
        }

        return StepCount - 1;
    }

    private string StepId(int index) => _numbered.Id("test-step", index);

    private static bool ShowsFinding(StepResult step) => step.Status == StepStatus.Failed;
}
