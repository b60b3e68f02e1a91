using System.Text.Json;
using Harness.Certification.Reports;
using Harness.Certification.Runs;
using Harness.Certification.Verdicts;
using NUnit.Framework;

namespace Harness.Tests.Certification.Reports.Messages;

public sealed class MessagesReportTests
{
    /// <summary>What the published schema requires of each kind of message that is written.</summary>
    private static readonly Dictionary<string, string[]> _required = new()
    {
        ["meta"] = ["protocolVersion", "implementation", "runtime", "os", "cpu"],
        ["gherkinDocument"] = ["comments"],
        ["pickle"] = ["id", "uri", "name", "language", "steps", "tags", "astNodeIds"],
        ["hook"] = ["id", "sourceReference"],
        ["testRunStarted"] = ["timestamp"],
        ["testCase"] = ["id", "pickleId", "testSteps"],
        ["testCaseStarted"] = ["attempt", "id", "testCaseId", "timestamp"],
        ["testStepStarted"] = ["testCaseStartedId", "testStepId", "timestamp"],
        ["attachment"] = ["body", "contentEncoding", "mediaType"],
        ["testStepFinished"] = ["testCaseStartedId", "testStepId", "testStepResult", "timestamp"],
        ["testCaseFinished"] = ["testCaseStartedId", "timestamp", "willBeRetried"],
        ["testRunFinished"] = ["success", "timestamp"],
    };

    [Test]
    public void Every_line_is_an_envelope_of_one_message_with_all_that_the_schema_requires()
    {
        var kinds = new HashSet<string>();
        foreach (var line in Rendered.As(ReportFormat.Messages, SampleRuns.NotConformant()).TrimEnd('\n').Split('\n'))
        {
            using var envelope = JsonDocument.Parse(line);
            var message = envelope.RootElement.EnumerateObject().Single();
            kinds.Add(message.Name);
            Assert.That(_required, Does.ContainKey(message.Name));
            var missing = _required[message.Name].Where(name => !message.Value.TryGetProperty(name, out _));
            Assert.That(missing, Is.Empty, line);
        }

        Assert.That(kinds, Is.EquivalentTo(_required.Keys));
    }

    [Test]
    public void The_stream_begins_with_meta_and_ends_with_the_run()
    {
        var kinds = Envelopes(SampleRuns.NotConformant()).Select(envelope => envelope.Kind).ToList();

        Assert.That(kinds[0], Is.EqualTo("meta"));
        Assert.That(kinds[^1], Is.EqualTo("testRunFinished"));
        Assert.That(kinds.IndexOf("testRunStarted"), Is.LessThan(kinds.IndexOf("testCase")));
        Assert.That(kinds.LastIndexOf("testCase"), Is.LessThan(kinds.IndexOf("testCaseStarted")));
    }

    [Test]
    public void Every_reference_leads_to_a_message_that_came_before()
    {
        var seen = new HashSet<string>();
        foreach (var (_, message) in Envelopes(SampleRuns.NotConformant()))
        {
            CollectIds(message, seen);
            foreach (var reference in References(message))
                Assert.That(seen, Does.Contain(reference));
        }
    }

    [Test]
    public void Ids_are_unique()
    {
        var ids = Envelopes(SampleRuns.NotConformant())
            .Where(envelope => envelope.Message.TryGetProperty("id", out _))
            .Select(envelope => envelope.Message.GetProperty("id").GetString());

        Assert.That(ids, Is.Unique);
    }

    [TestCase("pass:1", "PASSED,PASSED,PASSED")]
    [TestCase("fail:1", "PASSED,FAILED,SKIPPED")]
    [TestCase("warn:1", "PASSED,PASSED,SKIPPED")]
    [TestCase("error:1", "PASSED,FAILED,SKIPPED")]
    [TestCase("waived:1", "PASSED,SKIPPED,SKIPPED")]
    [TestCase("inconclusive:1", "PASSED,PENDING,SKIPPED")]
    public void A_verdict_is_told_in_the_statuses_that_Cucumber_knows(string id, string expected)
    {
        var run = SampleRuns.NotConformant();

        Assert.That(Statuses(run, id), Is.EqualTo(expected));
    }

    [Test]
    public void A_finding_that_no_step_shows_is_told_by_a_hook()
    {
        var scenario = Sample.Scenario("a:1", Verdict.Error);
        var steps = scenario.Steps.Select(step => step with { Status = StepStatus.Passed });

        var statuses = Statuses(Sample.Run([], scenario with { Steps = [.. steps] }), "a:1");

        Assert.That(statuses, Is.EqualTo("PASSED,PASSED,PASSED,FAILED"));
    }

    [TestCase(RunVerdict.Certified, true)]
    [TestCase(RunVerdict.PartialPass, true)]
    [TestCase(RunVerdict.NotConformant, false)]
    [TestCase(RunVerdict.Incomplete, false)]
    [TestCase(RunVerdict.Stopped, false)]
    public void The_run_succeeds_only_when_nothing_is_left_to_do(RunVerdict verdict, bool success)
    {
        var finished = Envelopes(SampleRuns.Certified() with { Verdict = verdict })[^1].Message;

        Assert.That(finished.GetProperty("success").GetBoolean(), Is.EqualTo(success));
    }

    [Test]
    public void Every_exchange_is_attached_to_the_step_during_which_it_began()
    {
        var attached = Envelopes(Sample.Run([], Sample.Scenario("a:1", Verdict.Pass)))
            .Where(envelope => envelope.Kind == "attachment")
            .Select(envelope => envelope.Message.GetProperty("testStepId").GetString());

        Assert.That(attached, Is.EqualTo(["test-step-1-0", "test-step-1-1"]));
    }

    [Test]
    public void A_moment_is_seconds_and_nanoseconds_since_1970()
    {
        var started = Envelopes(SampleRuns.Certified()).Single(envelope => envelope.Kind == "testRunStarted").Message;
        var timestamp = started.GetProperty("timestamp");

        Assert.That(timestamp.GetProperty("seconds").GetInt64(), Is.EqualTo(Sample.Start.ToUnixTimeSeconds()));
        Assert.That(timestamp.GetProperty("nanos").GetInt64(), Is.EqualTo(589_000_000));
    }

    private static string Statuses(Run run, string id)
    {
        var started = $"case-started-{run.Scenarios.Index().Single(entry => entry.Item.Id == id).Index + 1}";
        var statuses = Envelopes(run)
            .Where(envelope => envelope.Kind == "testStepFinished")
            .Where(envelope => envelope.Message.GetProperty("testCaseStartedId").GetString() == started)
            .Select(envelope => envelope.Message.GetProperty("testStepResult").GetProperty("status").GetString());
        return string.Join(',', statuses);
    }

    private static List<(string Kind, JsonElement Message)> Envelopes(Run run)
    {
        var lines = Rendered.As(ReportFormat.Messages, run).TrimEnd('\n').Split('\n');
        return [.. lines.Select(line =>
        {
            using var envelope = JsonDocument.Parse(line);
            var message = envelope.RootElement.EnumerateObject().Single();
            return (message.Name, message.Value.Clone());
        })];
    }

    private static void CollectIds(JsonElement element, HashSet<string> ids)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            if (element.TryGetProperty("id", out var id))
                ids.Add(id.GetString()!);
            foreach (var member in element.EnumerateObject())
                CollectIds(member.Value, ids);
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
                CollectIds(item, ids);
        }
    }

    private static IEnumerable<string> References(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(References),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member =>
            member.Name.EndsWith("Id", StringComparison.Ordinal) && member.Name != "workerId"
                ? [member.Value.GetString()!]
                : member.Name == "astNodeIds"
                    ? member.Value.EnumerateArray().Select(id => id.GetString()!)
                    : References(member.Value)),
        _ => [],
    };
}
