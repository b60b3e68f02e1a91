using System.Text.Json;
using Harness.Certification.Reports.Text;
using NUnit.Framework;

namespace Harness.Tests.Certification.Reports.Text;

public sealed class JsonSummaryTests
{
    [Test]
    public void Verdict_counts_failures_and_reports_are_there_for_a_script()
    {
        using var stream = new MemoryStream();

        JsonSummary.Write(
            SampleRuns.NotConformant(), new Dictionary<string, string> { ["html"] = "out/report.html" }, stream);

        using var json = JsonDocument.Parse(stream.ToArray());
        var root = json.RootElement;
        var failures = root.GetProperty("failures").EnumerateArray().ToList();
        Assert.Multiple(() =>
        {
            Assert.That(root.GetProperty("verdict").GetString(), Is.EqualTo("notConformant"));
            Assert.That(root.GetProperty("requirements").GetProperty("undecided").GetInt32(), Is.EqualTo(2));
            Assert.That(root.GetProperty("scenarios").GetProperty("fail").GetInt32(), Is.EqualTo(2));
            Assert.That(root.GetProperty("reasons").GetArrayLength(), Is.EqualTo(2));
            Assert.That(root.GetProperty("reports").GetProperty("html").GetString(), Is.EqualTo("out/report.html"));
            Assert.That(
                failures.Select(failure => failure.GetProperty("scenario").GetString()),
                Is.EqualTo(new[] { "fail:1", "waived:1", "error:1" }));
            Assert.That(failures[0].GetProperty("expected").GetString(), Does.StartWith("status 200"));
        });
    }
}
