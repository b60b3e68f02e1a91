using Harness.Certification.Runs;

namespace Harness.Certification.Reports.Messages;

/// <summary>
/// Cucumber Messages, an envelope a line, by the published schema (protocol version 34). The Gherkin documents are
/// rebuilt from the results: backgrounds are written out in each scenario, and a row of an outline is a scenario.
/// Cucumber knows neither warnings nor waivers: a warning passes with its text, a waived failure is skipped with its
/// reason, an inconclusive is pending.
/// </summary>
public static class MessagesReport
{
    private const string ProtocolVersion = "34.2.1";

    /// <summary>Writes the run as UTF-8 ndjson. The stream is left open.</summary>
    public static void Write(Run run, Stream output)
    {
        ArgumentNullException.ThrowIfNull(run);
        var view = new RunView(run);
        using var lines = new EnvelopeWriter(output);
        WriteMeta(lines, run);
        var scenarios = run.Scenarios.Select((scenario, i) => new NumberedScenario(i + 1, scenario)).ToList();
        foreach (var feature in scenarios.GroupBy(numbered => numbered.Scenario.Uri))
            GherkinEnvelopes.Write(lines, [.. feature]);
        lines.Write("hook", hook =>
        {
            hook.String("id", CaseEnvelopes.HookId);
            hook.String("name", "Around the steps");
            hook.Object("sourceReference", _ => { });
        });
        lines.Write("testRunStarted", started =>
        {
            started.Timestamp("timestamp", run.StartedAt);
            started.String("id", CaseEnvelopes.RunId);
        });
        var cases = scenarios.Select(numbered => new CaseEnvelopes(numbered, view)).ToList();
        foreach (var testCase in cases)
            testCase.WritePlan(lines);
        foreach (var testCase in cases)
            testCase.WriteResults(lines);
        WriteFinish(lines, run);
    }

    private static void WriteMeta(EnvelopeWriter lines, Run run) => lines.Write("meta", meta =>
    {
        meta.String("protocolVersion", ProtocolVersion);
        meta.Object("implementation", it => it.String("name", run.Tool));
        // Of the machine that writes the report would be a guess about the one that ran: the run does not say.
        meta.Object("runtime", it => it.String("name", "dotnet"));
        meta.Object("os", it => it.String("name", "unknown"));
        meta.Object("cpu", it => it.String("name", "unknown"));
    });

    private static void WriteFinish(EnvelopeWriter lines, Run run) => lines.Write("testRunFinished", finished =>
    {
        finished.String("message", string.Join('\n', [Words.Of(run.Verdict), .. run.Reasons]));
        finished.Boolean("success", run.Verdict is RunVerdict.Certified or RunVerdict.PartialPass);
        finished.Timestamp("timestamp", run.FinishedAt);
        finished.String("testRunStartedId", CaseEnvelopes.RunId);
    });
}
