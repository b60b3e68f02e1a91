using System.Globalization;
using Harness.Certification.Reports;
using Harness.Certification.Runs;

namespace Harness.Certification.Bundles;

/// <summary>
/// A bundle in the lines that a terminal shows: what was expected and found, and one timeline of what happened in
/// both directions. What a target sent cannot steer the terminal.
/// </summary>
public static class BundleText
{
    private const string Indent = "    ";

    /// <summary>The whole bundle.</summary>
    public static IReadOnlyList<string> Of(FailureBundle bundle) =>
    [
        .. Head(bundle).Concat(Timeline(bundle)).Concat(Exchange(bundle)).Concat(Figures(bundle.Scenario))
            .Concat(Attachments(bundle.Scenario))
            .Select(PlainText.Visible),
    ];

    private static IEnumerable<string> Head(FailureBundle bundle)
    {
        var scenario = bundle.Scenario;
        var blame = scenario.Blame is null ? "" : $" {Words.Of(scenario.Blame)}";
        yield return $"{Words.Of((Verdicts.Verdict?)scenario.Verdict)}{blame}  {scenario.Name}";
        foreach (var requirement in bundle.Requirements)
            yield return $"  {requirement.Id}    {OneLine(requirement.Text)}";
        yield return $"  at        {scenario.Id}";
        yield return $"  target    {bundle.Target.Name} at {bundle.Target.BaseUrl}{Version(bundle.Target)}";
        yield return $"  run by    {bundle.Tool} on {Words.Of(scenario.StartedAt)}, seed {bundle.Options.Seed}, "
            + $"slot {scenario.Slot}";
        if (FailureText.MessageOf(scenario) is { } message)
            yield return $"  message   {Block(message)}";
        if (scenario.Expected is { } expected)
            yield return $"  expected  {Block(expected)}";
        if (scenario.Found is { } found)
            yield return $"  found     {Block(found)}";
        foreach (var reading in scenario.Readings)
            yield return $"  reading   {OneLine(reading.Point)}: {OneLine(reading.Shown)}";
    }

    private static IEnumerable<string> Timeline(FailureBundle bundle)
    {
        var scenario = bundle.Scenario;
        yield return "";
        yield return "timeline, in ms since the scenario began:";
        foreach (var row in SequenceRows.Of(scenario, all: true))
        {
            yield return row switch
            {
                SequenceRow.OfStep(var step) =>
                    $"  {Words.Of(step.Status),-8}{step.Keyword.Trim()} {OneLine(step.Text)}",
                SequenceRow.Outside(var text) => $"  {text}",
                SequenceRow.Remark(var note) => $"{At(scenario, note.At)}  {OneLine(note.Text)}",
                SequenceRow.Call(var exchange) =>
                    $"{At(scenario, exchange.StartedAt)}  {exchange.Sequence,3} {Parties(exchange)}  "
                    + $"{exchange.Request.Method} {Path(bundle, exchange)}",
                SequenceRow.Reply(var exchange) =>
                    $"{At(scenario, exchange.StartedAt + exchange.Duration)}  {exchange.Sequence,3} "
                    + $"{Parties(exchange, back: true)}  {Answer(exchange)}",
                _ => throw new InvalidOperationException($"no way to tell {row.GetType().Name}"),
            };
        }
    }

    private static IEnumerable<string> Exchange(FailureBundle bundle)
    {
        if (RunView.FailingExchange(bundle.Scenario) is not { } exchange)
            yield break;
        yield return "";
        yield return $"shown by exchange {exchange.Sequence}:";
        yield return $"{Indent}{exchange.Request.Method} {OneLine(exchange.Request.Url)}";
        if (exchange.Request.Body is { Length: > 0 } asked)
            yield return $"{Indent}{Block(asked)}";
        yield return $"{Indent}-> {Answer(exchange)}";
        if (exchange.Response?.Body is { Length: > 0 } answered)
            yield return $"{Indent}{Block(answered)}";
    }

    private static IEnumerable<string> Figures(ScenarioResult scenario)
    {
        foreach (var figure in scenario.Figures)
        {
            yield return "";
            yield return $"figure: {OneLine(figure.Title)}";
            yield return $"{Indent}{Block(figure.Alternative)}";
        }
    }

    private static IEnumerable<string> Attachments(ScenarioResult scenario) => scenario.Attachments.Select(it =>
        $"beside the reports: {AttachmentFiles.DirectoryName}/{OneLine(it.FileName)} ({OneLine(it.Title)})");

    private static string At(ScenarioResult scenario, DateTimeOffset moment) =>
        string.Create(CultureInfo.InvariantCulture, $"{(moment - scenario.StartedAt).TotalMilliseconds,10:0.0}");

    private static string Parties(Exchange exchange, bool back = false)
    {
        var calls = exchange.Direction == Direction.ToTarget != back;
        return calls ? $"{exchange.Actor} -> target" : $"target -> {exchange.Actor}";
    }

    private static string Answer(Exchange exchange) => exchange.Response is { } response && exchange.Fault is null
        ? $"{response.Status}, after {Words.Of(exchange.Duration)}"
        : OneLine(exchange.Fault ?? "no answer");

    private static string Path(FailureBundle bundle, Exchange exchange)
    {
        var url = OneLine(exchange.Request.Url);
        return url.StartsWith(bundle.Target.BaseUrl, StringComparison.Ordinal)
            ? url[bundle.Target.BaseUrl.Length..].TrimStart('/')
            : url;
    }

    private static string Version(TargetDescription target) =>
        target.Facts.FirstOrDefault(fact => fact.Name == "version") is { } version ? $", version {version.Value}" : "";

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");

    private static string Block(string text) => text.ReplaceLineEndings($"\n{Indent}");
}
