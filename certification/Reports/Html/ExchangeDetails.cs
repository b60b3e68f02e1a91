using System.Text;
using Harness.Certification.Runs;

namespace Harness.Certification.Reports.Html;

/// <summary>One exchange, folded: who called whom with what, and on opening the whole of it.</summary>
internal static class ExchangeDetails
{
    /// <param name="page">The page.</param>
    /// <param name="scenario">The scenario that it is of.</param>
    /// <param name="exchange">The exchange.</param>
    /// <param name="anchor">Where links to it lead; null for a second showing of it.</param>
    /// <param name="open">Whether it starts unfolded.</param>
    public static void Write(
        ReportPage page, ScenarioResult scenario, Exchange exchange, string? anchor, bool open = false)
    {
        var html = page.Html;
        var shows = scenario.FailingExchange == exchange.Sequence ? " shows" : "";
        using var details = open
            ? html.In("details", ("class", $"exchange{shows}"), ("open", ""))
            : html.In("details", $"exchange{shows}");
        WriteSummary(page, exchange);
        // The anchor is inside of what is folded, because a link to it then unfolds it.
        using var content = anchor is null ? html.In("div", "wire") : html.In("div", ("class", "wire"), ("id", anchor));
        var limit = page.Room.For(scenario);
        var request = exchange.Request;
        html.Leaf("h5", "Request");
        html.Leaf("pre", Wire($"{request.Method} {request.Url}", request.Headers, request.Body, limit));
        html.Leaf("h5", "Response");
        if (exchange.Response is { } response)
            html.Leaf("pre", Wire($"{response.Status}", response.Headers, response.Body, limit));
        if (exchange.Fault is { } fault)
            html.Leaf("p", fault, "fault");
    }

    private static void WriteSummary(ReportPage page, Exchange exchange)
    {
        var html = page.Html;
        using var summary = html.In("summary");
        html.Leaf("span", $"{exchange.Sequence}", "number");
        html.Leaf("span", Who(exchange), "who");
        if (exchange.Operation is { } operation)
            html.Leaf("strong", operation);
        html.Leaf("code", $"{exchange.Request.Method} {page.ShortUrl(exchange.Request.Url)}");
        Badge.WriteStatus(html, exchange.Response?.Status);
        html.Leaf("span", Words.Of(exchange.Duration), "quiet");
    }

    private static string Who(Exchange exchange) => exchange.Direction == Direction.ToTarget
        ? $"{exchange.Actor} \u2192 target"
        : $"target \u2192 {exchange.Actor}";

    private static string Wire(string first, IReadOnlyList<Fact> headers, string? body, int limit)
    {
        var text = new StringBuilder(first);
        if (limit == 0)
            return text.Append("\n[headers and body are in run.json]").ToString();
        var lines = string.Join('\n', headers.Select(header => $"{header.Name}: {header.Value}"));
        if (lines.Length > 0)
            text.Append('\n').Append(BodyText.Cut(lines, limit));
        if (!string.IsNullOrEmpty(body))
            text.Append("\n\n").Append(BodyText.Shown(body, limit));
        return text.ToString();
    }
}
