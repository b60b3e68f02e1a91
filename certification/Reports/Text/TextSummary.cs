using System.Globalization;
using Harness.Certification.Reports.Html;
using Harness.Certification.Runs;
using Harness.Certification.Verdicts;

namespace Harness.Certification.Reports.Text;

/// <summary>
/// A run in the lines that a terminal or the log of continuous integration shows. What a target sent cannot
/// steer the terminal.
/// </summary>
public static class TextSummary
{
    /// <summary>Scenarios that are told one by one; of more there is the count.</summary>
    public const int MostScenarios = 20;

    private static readonly IReadOnlyList<Verdict> Gravest =
        [Verdict.Fail, Verdict.Error, Verdict.Inconclusive, Verdict.Skip, Verdict.Warn];

    /// <summary>The whole run, most important first.</summary>
    /// <param name="run">The run.</param>
    /// <param name="page">Path of the page for people, which failures point into; null without one.</param>
    public static IReadOnlyList<string> Of(Run run, string? page)
    {
        var view = new RunView(run);
        return
        [
            .. Obstacles(view, page).Select(PlainText.Visible),
            PlainText.Visible($"{Words.Of(run.Verdict)}: {run.Target.Name} at {run.Target.BaseUrl}"),
            .. Reasons(run).Select(PlainText.Visible),
            $"  requirements  {Counts(run.Requirements.Select(requirement => requirement.Verdict))}",
            $"  scenarios     {Counts(run.Scenarios.Select(scenario => (Verdict?)scenario.Verdict))}",
            string.Create(
                CultureInfo.InvariantCulture,
                $"  took          {Words.Of(run.Duration)}, seed {run.Options.Seed}"),
        ];
    }

    /// <summary>One line for a scenario that has ended: verdict, requirements, title, message and place.</summary>
    public static string Line(ScenarioResult scenario)
    {
        var message = scenario.Message is { } text ? $": {text}" : "";
        var line = Head(scenario, Words.Of((Verdict?)scenario.Verdict));
        return PlainText.Visible($"{line}{message} ({scenario.Id})".ReplaceLineEndings(" "));
    }

    /// <summary><c>12 passed, 1 failed</c>; in rising order of concern.</summary>
    public static string Counts(IEnumerable<Verdict?> verdicts)
    {
        var parts = verdicts
            .GroupBy(verdict => verdict)
            .OrderBy(group => group.Key is { } verdict ? (int)verdict : int.MaxValue)
            .Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Count()} {Words.Of(group.Key)}"));
        return string.Join(", ", parts) is { Length: > 0 } counts ? counts : "none";
    }

    private static string Head(ScenarioResult scenario, string verdict) =>
        $"{verdict}  {string.Join(' ', scenario.Requirements)}  {scenario.Name}";

    // A certified run has no reasons; of many the first say enough, the page has all.
    private static IEnumerable<string> Reasons(Run run)
    {
        const int Most = 10;
        foreach (var reason in run.Reasons.Take(Most))
            yield return $"  {reason.ReplaceLineEndings(" ")}";
        if (run.Reasons.Count > Most)
            yield return $"  and {Words.Count(run.Reasons.Count - Most, "more reason")}";
    }

    private static IEnumerable<string> Obstacles(RunView view, string? page)
    {
        var told = Gravest
            .SelectMany(verdict => view.Run.Scenarios.Where(scenario => scenario.Verdict == verdict))
            .ToList();
        foreach (var scenario in told.Take(MostScenarios))
        {
            foreach (var line in Describe(scenario, view, page))
                yield return line;
            yield return "";
        }

        if (told.Count > MostScenarios)
        {
            yield return $"and {Words.Count(told.Count - MostScenarios, "more scenario")} that did not simply pass";
            yield return "";
        }
    }

    private static IEnumerable<string> Describe(ScenarioResult scenario, RunView view, string? page)
    {
        var blame = scenario.Verdict == Verdict.Error ? $" {Words.Of(scenario.Blame)}" : "";
        yield return Head(scenario, Words.Of((Verdict?)scenario.Verdict) + blame);
        yield return $"  at        {scenario.Uri}:{scenario.Line}";
        if (FailureText.MessageOf(scenario) is { } message)
            yield return $"  message   {message.ReplaceLineEndings(" ")}";
        if (scenario.Expected is { } expected)
            yield return $"  expected  {expected.ReplaceLineEndings(" ")}";
        if (scenario.Found is { } found)
            yield return $"  found     {found.ReplaceLineEndings(" ")}";
        if (view.WaiverOf(scenario) is { } waiver)
            yield return $"  waived    {Words.Of(waiver)}";
        if (RunView.FailingExchange(scenario) is { } exchange)
            yield return $"  shown by  exchange {exchange.Sequence}: {FailureText.OneLine(exchange)}";
        if (page is not null && view.NumberOf(scenario.Id) is { } number)
            yield return $"  report    {page}#{ReportPage.ScenarioAnchor(number)}";
    }
}
