using System.Text.Encodings.Web;
using System.Text.Json;
using Harness.Certification.Runs;

namespace Harness.Certification.Reports.Har;

/// <summary>
/// HTTP Archive 1.2 of every exchange in both directions, oldest first: a page per scenario, and on each entry a
/// comment with the scenario, the requirements and who called whom. Redacted as recorded.
/// </summary>
public static class HarReport
{
    /// <summary>Writes the archive as UTF-8 JSON. The stream is left open.</summary>
    public static void Write(Run run, Stream output)
    {
        ArgumentNullException.ThrowIfNull(run);
        var space = run.Tool.LastIndexOf(' ');
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions
        {
            Indented = true,
            // The archive is a file of its own, never part of a page.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        });
        json.WriteStartObject();
        json.WriteStartObject("log");
        json.WriteString("version", "1.2");
        json.WriteStartObject("creator");
        json.WriteString("name", space > 0 ? run.Tool[..space] : run.Tool);
        json.WriteString("version", space > 0 ? run.Tool[(space + 1)..] : "");
        json.WriteEndObject();
        WritePages(json, run);
        json.WriteStartArray("entries");
        foreach (var (page, scenario, exchange) in InOrder(run))
        {
            HarEntry.Write(json, page, scenario, exchange);
            // Entry by entry, so that a large archive is never in memory as a whole.
            json.Flush();
        }

        json.WriteEndArray();
        json.WriteString("comment",
            $"{run.Target.Name} at {run.Target.BaseUrl}: {Words.Of(run.Verdict)}. Secrets are redacted; " +
            "sizes of headers were not recorded.");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WritePages(Utf8JsonWriter json, Run run)
    {
        json.WriteStartArray("pages");
        for (var i = 0; i < run.Scenarios.Count; i++)
        {
            var scenario = run.Scenarios[i];
            json.WriteStartObject();
            json.WriteString("startedDateTime", scenario.StartedAt);
            json.WriteString("id", PageId(i));
            json.WriteString("title", $"{scenario.Feature}: {scenario.Name} ({Words.Of(scenario.Verdict)})");
            json.WriteStartObject("pageTimings");
            json.WriteEndObject();
            json.WriteString("comment", $"{scenario.Id} {string.Join(' ', scenario.Requirements)}".TrimEnd());
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static IEnumerable<(string Page, ScenarioResult Scenario, Exchange Exchange)> InOrder(Run run) =>
        run.Scenarios
            .SelectMany((scenario, i) => scenario.Exchanges.Select(exchange => (PageId(i), scenario, exchange)))
            .OrderBy(entry => entry.exchange.StartedAt);

    private static string PageId(int index) => $"scenario-{index + 1}";
}
