using Harness.Certification.Runs;

namespace Harness.Certification.Reports;

/// <summary>
/// Puts a scenario's events in the order in which they happened, so that a call that the target makes while it is
/// itself being called is seen inside of that call.
/// </summary>
internal sealed class SequenceRows
{
    // A picture that is taller than this shows nothing any more.
    private const int MostExchanges = 80;
    private const int AtStart = 40;
    private const int AtEnd = 20;
    private const int AroundFinding = 8;

    private readonly ScenarioResult _scenario;
    private readonly bool _all;
    private readonly List<SequenceRow> _rows = [];
    private readonly List<Exchange> _open = [];
    private readonly Queue<Note> _notes;
    private int? _stepLine;
    private int _leftOut;

    private SequenceRows(ScenarioResult scenario, bool all)
    {
        _scenario = scenario;
        _all = all;
        _notes = new Queue<Note>(scenario.Notes.OrderBy(note => note.At));
    }

    /// <summary>The events of a scenario, in the order in which they happened.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="all">Whether none is left out, however many there are.</param>
    public static IReadOnlyList<SequenceRow> Of(ScenarioResult scenario, bool all = false)
    {
        var rows = new SequenceRows(scenario, all);
        foreach (var (index, exchange) in scenario.Exchanges.OrderBy(exchange => exchange.Sequence).Index())
        {
            if (rows.IsKept(index, exchange))
                rows.Begin(exchange);
            else
                rows._leftOut++;
        }

        rows.CloseUntil(DateTimeOffset.MaxValue);
        rows.NoteUntil(DateTimeOffset.MaxValue);
        rows.ShowFailedStep();
        return rows._rows;
    }

    private bool IsKept(int index, Exchange exchange) =>
        _all
        || _scenario.Exchanges.Count <= MostExchanges
        || index < AtStart
        || index >= _scenario.Exchanges.Count - AtEnd
        || (_scenario.FailingExchange is { } failing && Math.Abs(failing - exchange.Sequence) <= AroundFinding);

    private void Begin(Exchange exchange)
    {
        CloseUntil(exchange.StartedAt);
        NoteUntil(exchange.StartedAt);
        ShowLeftOut();
        EnterStep(exchange.StepLine);
        _rows.Add(new SequenceRow.Call(exchange));
        _open.Add(exchange);
    }

    private void ShowLeftOut()
    {
        if (_leftOut > 0)
            _rows.Add(new SequenceRow.Outside(
                $"\u2026 {Words.Count(_leftOut, "exchange")} not drawn here, listed below with all others"));
        _leftOut = 0;
    }

    // At the same instant a reply comes before the next call: a clock that stands still must not nest everything.
    private void CloseUntil(DateTimeOffset moment)
    {
        foreach (var exchange in _open.Where(open => End(open) <= moment).OrderBy(End).ToList())
        {
            NoteUntil(End(exchange));
            _rows.Add(new SequenceRow.Reply(exchange));
            _open.Remove(exchange);
        }
    }

    private void NoteUntil(DateTimeOffset moment)
    {
        while (_notes.TryPeek(out var note) && note.At <= moment)
        {
            EnterStep(note.StepLine);
            _rows.Add(new SequenceRow.Remark(_notes.Dequeue()));
        }
    }

    private void EnterStep(int line)
    {
        if (line == _stepLine)
            return;
        _stepLine = line;
        var step = _scenario.Steps.FirstOrDefault(step => step.Line == line);
        var first = !_rows.Exists(row => row is SequenceRow.OfStep);
        _rows.Add(step is null
            ? new SequenceRow.Outside(first ? "Before the first step" : "After the last step")
            : new SequenceRow.OfStep(step));
    }

    private void ShowFailedStep()
    {
        var failed = _scenario.Steps.FirstOrDefault(step => step.Status == StepStatus.Failed);
        if (failed is not null && !_rows.OfType<SequenceRow.OfStep>().Any(row => row.Step == failed))
            _rows.Add(new SequenceRow.OfStep(failed));
    }

    private static DateTimeOffset End(Exchange exchange) => exchange.StartedAt + exchange.Duration;
}
