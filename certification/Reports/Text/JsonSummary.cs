using System.Text.Json;
using Harness.Certification.Runs;
using Harness.Certification.Verdicts;

namespace Harness.Certification.Reports.Text;

/// <summary>
/// A run in one JSON object, for scripts: <c>verdict</c> and the words of verdicts as in <c>run.json</c>,
/// <c>reasons</c>, counts by verdict of <c>requirements</c> and <c>scenarios</c>, the <c>failures</c> with what was
/// expected and found, <c>seconds</c>, <c>seed</c>, and the paths of the <c>reports</c> by form.
/// </summary>
public static class JsonSummary
{
    /// <summary>Writes the object as UTF-8. The stream is left open.</summary>
    /// <param name="run">The run.</param>
    /// <param name="reports">Paths of the reports by the name of their form.</param>
    /// <param name="output">Where to write.</param>
    public static void Write(Run run, IReadOnlyDictionary<string, string> reports, Stream output)
    {
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteString("verdict", Word(run.Verdict));
        json.WriteString("target", run.Target.Name);
        json.WriteString("baseUrl", run.Target.BaseUrl);
        json.WriteStartArray("reasons");
        foreach (var reason in run.Reasons)
            json.WriteStringValue(reason);
        json.WriteEndArray();
        WriteCounts(json, "requirements", run.Requirements.Select(requirement => requirement.Verdict));
        WriteCounts(json, "scenarios", run.Scenarios.Select(scenario => (Verdict?)scenario.Verdict));
        json.WriteStartArray("failures");
        foreach (var scenario in run.Scenarios.Where(IsFailure))
            WriteFailure(json, scenario);
        json.WriteEndArray();
        json.WriteNumber("seconds", Math.Round(run.Duration.TotalSeconds, 3));
        json.WriteNumber("seed", run.Options.Seed);
        json.WriteStartObject("reports");
        foreach (var (form, path) in reports)
            json.WriteString(form, path);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string Word(Enum value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static bool IsFailure(ScenarioResult scenario) => scenario.Verdict is Verdict.Fail or Verdict.Error;

    private static void WriteCounts(Utf8JsonWriter json, string name, IEnumerable<Verdict?> verdicts)
    {
        var counts = verdicts.CountBy(verdict => verdict is { } known ? Word(known) : "undecided");
        json.WriteStartObject(name);
        foreach (var (word, count) in counts.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            json.WriteNumber(word, count);
        json.WriteEndObject();
    }

    private static void WriteFailure(Utf8JsonWriter json, ScenarioResult scenario)
    {
        json.WriteStartObject();
        json.WriteString("scenario", scenario.Id);
        json.WriteString("name", scenario.Name);
        json.WriteString("verdict", Word(scenario.Verdict));
        json.WriteStartArray("requirements");
        foreach (var id in scenario.Requirements)
            json.WriteStringValue(id);
        json.WriteEndArray();
        json.WriteString("message", scenario.Message);
        json.WriteString("expected", scenario.Expected);
        json.WriteString("found", scenario.Found);
        json.WriteEndObject();
    }
}
