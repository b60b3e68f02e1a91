using System.Globalization;
using Harness.Certification.Loading;
using Harness.Certification.Planning;
using Harness.Certification.Reports.Text;
using Harness.Certification.Running;
using Harness.Certification.Runs;
using Harness.Certification.Verdicts;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Harness.Cli.Showing;

/// <summary>
/// Progress for a person before a terminal: how far the run is, what runs in which slot, and above it a line for
/// each scenario that did not simply pass. Drawn at a steady pace, never while a scenario waits for it.
/// </summary>
internal sealed class LiveProgress(IAnsiConsole console, TimeProvider time) : IRunListener
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(200);

    private static readonly IReadOnlyList<(Verdict Verdict, string Word, string Colour)> Columns =
    [
        (Verdict.Pass, "passed", "green"),
        (Verdict.Warn, "warning", "yellow"),
        (Verdict.Skip, "skipped", "grey"),
        (Verdict.Inconclusive, "inconclusive", "blue"),
        (Verdict.Error, "error", "magenta"),
        (Verdict.Fail, "failed", "red"),
    ];

    private readonly Lock gate = new();
    private readonly SortedDictionary<int, string> running = [];
    private readonly Queue<string> finished = [];
    private readonly long started = time.GetTimestamp();
    private RunCounts counts = new(0, new Dictionary<Verdict, int>());

    public void RunStarted(Plan plan, int workers)
    {
        lock (gate)
            counts = counts with { Planned = plan.Scenarios.Count };
    }

    public void ScenarioStarted(Scenario scenario, int slot)
    {
        lock (gate)
            running[slot] = scenario.Name;
    }

    public void ScenarioFinished(ScenarioResult result, RunCounts counted)
    {
        lock (gate)
        {
            counts = counted;
            running.Remove(result.Slot);
            if (result.Verdict != Verdict.Pass)
                finished.Enqueue(TextSummary.Line(result));
        }
    }

    /// <summary>Draws until the work has ended.</summary>
    public async Task<T> DrawAsync<T>(Task<T> work)
    {
        await console.Live(Picture()).AutoClear(true).StartAsync(async live =>
        {
            using var timer = new PeriodicTimer(Pace, time);
            while (!work.IsCompleted)
            {
                Tell();
                live.UpdateTarget(Picture());
                await Task.WhenAny(work, timer.WaitForNextTickAsync().AsTask());
            }
        });
        Tell();
        return await work;
    }

    private void Tell()
    {
        while (Next() is { } line)
            console.WriteLine(line);
    }

    private string? Next()
    {
        lock (gate)
            return finished.TryDequeue(out var line) ? line : null;
    }

    private Rows Picture()
    {
        lock (gate)
        {
            var elapsed = time.GetElapsedTime(started);
            var done = counts.Planned == 0 ? "starting" : $"{counts.Finished} of {counts.Planned} scenarios";
            var verdicts = Columns
                .Where(column => counts.Of(column.Verdict) > 0)
                .Select(column => $"[{column.Colour}]{counts.Of(column.Verdict)} {column.Word}[/]");
            var head = string.Create(CultureInfo.InvariantCulture, $"{done}, {elapsed.TotalSeconds:0} s");
            return new Rows(
            [
                new Markup($"[bold]{head}[/]  {string.Join("  ", verdicts)}"),
                .. running.Select(pair => (IRenderable)new Markup(
                    $"[grey]{pair.Key + 1}[/] {Markup.Escape(pair.Value)}").Overflow(Overflow.Ellipsis)),
            ]);
        }
    }
}
