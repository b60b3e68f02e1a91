using Harness.Certification.Running;
using Harness.Certification.Verdicts;
using Harness.Cli.Showing;
using Harness.Reference.Clock;
using Harness.Tests.Certification.Reports;
using NUnit.Framework;
using Spectre.Console;

namespace Harness.Tests.Cli.Showing;

public sealed class ProgressTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Test]
    public void In_a_log_only_what_did_not_simply_pass_has_a_line()
    {
        using var output = new StringWriter();
        var progress = new PlainProgress(output, new ControllableClock(Start));

        progress.ScenarioFinished(Sample.Scenario("a:1", Verdict.Pass, "COM-01"), Counts(1));
        progress.ScenarioFinished(Sample.Scenario("a:2", Verdict.Skip, "COM-02"), Counts(2));

        Assert.That($"{output}".TrimEnd().Split('\n'), Has.Exactly(1).StartsWith("skipped  COM-02"));
    }

    [Test]
    public void A_long_silence_in_a_log_is_broken_by_a_count()
    {
        using var output = new StringWriter();
        var clock = new ControllableClock(Start);
        var progress = new PlainProgress(output, clock);

        progress.ScenarioFinished(Sample.Scenario("a:1", Verdict.Pass, "COM-01"), Counts(1));
        clock.Advance(TimeSpan.FromSeconds(10));
        progress.ScenarioFinished(Sample.Scenario("a:2", Verdict.Pass, "COM-01"), Counts(2));

        Assert.That($"{output}".TrimEnd(), Is.EqualTo("2 of 50 scenarios: 2 passed"));
    }

    [Test]
    public async Task On_a_terminal_markup_in_a_title_is_text()
    {
        await using var output = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            Interactive = InteractionSupport.Yes,
            Out = new AnsiConsoleOutput(output),
        });
        var live = new LiveProgress(console, TimeProvider.System);
        live.ScenarioFinished(Sample.Scenario("[red]x[/]", Verdict.Fail, "COM-01"), Counts(1));

        var drawn = await live.DrawAsync(Task.FromResult(42));

        Assert.Multiple(() =>
        {
            Assert.That(drawn, Is.EqualTo(42));
            Assert.That($"{output}", Does.Contain("failed  COM-01  The scenario [red]x[/]"));
        });
    }

    private static RunCounts Counts(int finished) =>
        new(50, new Dictionary<Verdict, int> { [Verdict.Pass] = finished });
}
