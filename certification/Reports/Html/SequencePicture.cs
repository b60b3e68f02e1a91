using Harness.Certification.Runs;

namespace Harness.Certification.Reports.Html;

/// <summary>A scenario's exchanges as a sequence picture: a line for each party, an arrow for each message.</summary>
internal sealed class SequencePicture
{
    private const double Top = 34;

    // No font can be measured here: a letter of the picture's size is about this wide in any of them.
    private const double LetterWidth = 6.8;

    private readonly ReportPage _page;
    private readonly HtmlWriter _html;
    private readonly ScenarioResult _scenario;
    private readonly int _number;
    private readonly Lifelines _lines;
    private double _y = Top + 4;
    private SequenceRow? _previous;

    private SequencePicture(ReportPage page, ScenarioResult scenario, int number)
    {
        _page = page;
        _html = page.Html;
        _scenario = scenario;
        _number = number;
        _lines = new Lifelines(scenario.Exchanges);
    }

    public static void Write(ReportPage page, ScenarioResult scenario, int number)
    {
        if (scenario.Exchanges.Count > 0)
            new SequencePicture(page, scenario, number).Write(SequenceRows.Of(scenario));
    }

    private static double HeightOf(SequenceRow row) => row switch
    {
        SequenceRow.OfStep or SequenceRow.Outside => 36,
        SequenceRow.Remark => 24,
        _ => 30,
    };

    private void Write(IReadOnlyList<SequenceRow> rows)
    {
        var height = _y + rows.Sum(HeightOf) + 14;
        var label = $"Sequence of the {Words.Count(_scenario.Exchanges.Count, "exchange")} between " +
            $"{string.Join(", ", _lines.Actors)}; the same is listed below.";
        // A picture wider than a phone scrolls in its own box, which the keyboard has to reach.
        using var box = _html.In("div",
            ("class", "scroll"), ("tabindex", "0"), ("role", "group"), ("aria-label", label));
        using var picture = _html.In("svg", ("class", "sequence"), ("role", "img"), ("aria-label", label),
            ("viewBox", $"0 0 {HtmlWriter.Number(_lines.Width)} {HtmlWriter.Number(height)}"),
            ("width", HtmlWriter.Number(_lines.Width)));
        foreach (var actor in _lines.Actors)
        {
            var x = _lines.At(actor);
            Path($"M{HtmlWriter.Number(x)} {Top}V{HtmlWriter.Number(height)}", "life");
            _html.Leaf("rect", "", ("class", "head"), ("x", HtmlWriter.Number(x - 55)), ("y", "6"), ("width", "110"),
                ("height", "26"), ("rx", "5"));
            Text(x, 24, "head", Named(actor));
        }

        foreach (var row in rows)
            Write(row);
    }

    private void Write(SequenceRow row)
    {
        _y += HeightOf(row);
        switch (row)
        {
            case SequenceRow.OfStep(var step):
                WriteBand($"{StepSign.Of(step.Status)} {step.Keyword.Trim()} {step.Text}", step.Status);
                break;
            case SequenceRow.Outside(var text):
                WriteBand(text, StepStatus.Passed);
                break;
            case SequenceRow.Remark(var note):
                Text(_lines.Width / 2, _y - 6, "note", Short(note.Text, Fitting(_lines.Width)));
                break;
            case SequenceRow.Call(var exchange):
                WriteCall(exchange);
                break;
            case SequenceRow.Reply(var exchange):
                WriteReply(exchange);
                break;
            default:
                throw new InvalidOperationException($"No way to draw {row.GetType().Name}.");
        }

        _previous = row;
    }

    private void WriteBand(string text, StepStatus status)
    {
        _html.Leaf("rect", "", ("class", "step"), ("x", "0"), ("y", HtmlWriter.Number(_y - 26)),
            ("width", HtmlWriter.Number(_lines.Width)), ("height", "22"));
        _html.Leaf("text", Short(text, Fitting(_lines.Width)),
            ("class", status == StepStatus.Failed ? "step failed" : "step"), ("x", "8"),
            ("y", HtmlWriter.Number(_y - 11)));
    }

    private void WriteCall(Exchange exchange)
    {
        var (from, to) = _lines.Of(exchange);
        var shows = Shows(exchange);
        Arrow(from, to, $"call{shows}");
        var label = exchange.Operation ?? $"{exchange.Request.Method} {_page.ShortUrl(exchange.Request.Url)}";
        using (_html.In("a", ("href", "#" + ReportPage.ExchangeAnchor(_number, exchange.Sequence))))
            Text((from + to) / 2, _y - 6, $"label{shows}", $"{exchange.Sequence}. {Short(label, Fitting(_lines.Gap))}");
    }

    private void WriteReply(Exchange exchange)
    {
        var (to, from) = _lines.Of(exchange);
        var shows = Shows(exchange);
        if (exchange.Response is { } response && exchange.Fault is null)
        {
            Arrow(from, to, $"reply{shows}");
            var follows = _previous is SequenceRow.Call(var called) && called == exchange;
            var nested = follows ? "" : $"to {exchange.Sequence}: ";
            Text((from + to) / 2, _y - 6, $"label{shows}",
                $"{nested}{response.Status} \u00B7 {Words.Of(exchange.Duration)}");
            return;
        }

        var middle = (from + to) / 2;
        Path($"M{HtmlWriter.Number(from)} {HtmlWriter.Number(_y)}H{HtmlWriter.Number(middle)}", "reply fault");
        Text(middle, _y + 5, "cross", "\u2717");
        var fault = $"to {exchange.Sequence}: {exchange.Fault ?? "no answer"}";
        Text(middle, _y - 8, "label fault", Short(fault, Fitting(_lines.Gap)));
    }

    private void Arrow(double from, double to, string cssClass)
    {
        var back = to > from ? -8 : 8;
        var y = HtmlWriter.Number(_y);
        Path($"M{HtmlWriter.Number(from)} {y}H{HtmlWriter.Number(to)}", cssClass);
        Path($"M{HtmlWriter.Number(to)} {y}l{back} -4v8z", $"tip {cssClass}");
    }

    private void Path(string data, string cssClass) => _html.Leaf("path", "", ("class", cssClass), ("d", data));

    private void Text(double x, double y, string cssClass, string text) => _html.Leaf("text", text,
        ("class", cssClass), ("x", HtmlWriter.Number(x)), ("y", HtmlWriter.Number(y)), ("text-anchor", "middle"));

    private string Shows(Exchange exchange) => _scenario.FailingExchange == exchange.Sequence ? " shows" : "";

    private static int Fitting(double width) => (int)((width - 24) / LetterWidth);

    private static string Named(string actor) =>
        Short(actor.Length == 0 ? "?" : char.ToUpperInvariant(actor[0]) + actor[1..], 15);

    private static string Short(string text, int longest)
    {
        var line = text.ReplaceLineEndings(" ");
        if (line.Length <= longest)
            return line;
        var end = char.IsHighSurrogate(line[longest - 2]) ? longest - 2 : longest - 1;
        return line[..end] + "\u2026";
    }
}
