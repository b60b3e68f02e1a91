using System.Text;
using Harness.Certification.Reports;
using Harness.Certification.Reports.Json;
using Harness.Certification.Runs;
using NUnit.Framework;

namespace Harness.Tests.Certification.Reports.Json;

public sealed class RunJsonTests
{
    [Test]
    public void A_run_reads_back_equal_to_what_was_written()
    {
        var run = SampleRuns.NotConformant();

        var read = RunJson.Read(Bytes(run), "run.json");

        Assert.That(read, Is.EqualTo(run).UsingPropertiesComparer());
        Assert.That(Bytes(read), Is.EqualTo(Bytes(run)));
    }

    [Test]
    public void Text_of_every_kind_reads_back_as_it_was()
    {
        const string Text = "\0 \u001B[31m </script> \u202E \uFEFF \U0001F511 \"\\\n\r\t \u2028 é 漢";
        var run = SampleRuns.Certified() with { Reasons = [Text] };

        Assert.That(RunJson.Read(Bytes(run), "run.json").Reasons, Is.EqualTo([Text]));
    }

    [Test]
    public void A_byte_order_mark_is_no_damage()
    {
        byte[] marked = [0xEF, 0xBB, 0xBF, .. Bytes(SampleRuns.Certified())];

        Assert.That(RunJson.Read(marked, "run.json").Scenarios, Has.Count.EqualTo(2));
    }

    [Test]
    public void Enums_are_written_as_words()
    {
        var json = Encoding.UTF8.GetString(Bytes(SampleRuns.NotConformant()));

        Assert.That(json, Does.Contain("\"verdict\": \"notConformant\"").And.Contain("\"direction\": \"fromTarget\""));
    }

    [TestCase("\"harness-run/3\"", "\"harness-run/2\"", "recorded as harness-run/3, found 'harness-run/2'")]
    [TestCase("\"harness-run/3\"", "7", "found no format")]
    [TestCase("\"format\"", "\"from\"", "found no format")]
    [TestCase("\"tool\"", "\"tol\"", "tol")]
    [TestCase("\"seed\": 4711", "\"seed\": \"4711\"", "seed")]
    [TestCase("\"seed\": 4711", "\"seed\": 4711, \"seed\": 4712", "seed")]
    [TestCase("\"seed\": 4711,", "", "seed")]
    [TestCase("\"verdict\": \"certified\"", "\"verdict\": 0", "verdict")]
    [TestCase("\"verdict\": \"certified\"", "\"verdict\": \"splendid\"", "verdict")]
    [TestCase("\"reasons\": []", "\"reasons\": [null]", "a null in a list")]
    [TestCase("\"reasons\": []", "\"reasons\": null", "reasons")]
    [TestCase("\"reasons\": []", "\"reasons\": [}", "run.json:")]
    public void A_file_that_was_changed_is_refused_with_the_reason(string from, string to, string named)
    {
        var json = Encoding.UTF8.GetString(Bytes(SampleRuns.Certified()));
        var changed = json.Replace(from, to, StringComparison.Ordinal);
        Assert.That(changed, Is.Not.EqualTo(json));

        Assert.That(
            () => RunJson.Read(Encoding.UTF8.GetBytes(changed), "run.json"),
            Throws.TypeOf<ReportException>().With.Message.Contain(named).And.Message.StartsWith("run.json"));
    }

    [Test]
    public void A_file_that_was_cut_off_anywhere_is_refused()
    {
        var json = Bytes(SampleRuns.Certified());
        for (var length = 0; length < json.Length - 1; length += 97)
        {
            var part = json[..length];
            Assert.That(() => RunJson.Read(part, "run.json"), Throws.TypeOf<ReportException>(), $"cut at {length}");
        }
    }

    [TestCase("[]")]
    [TestCase("null")]
    [TestCase("<html>")]
    [TestCase("\"harness-run/3\"")]
    [TestCase("{}{}")]
    public void What_is_no_run_at_all_is_refused(string text)
    {
        Assert.That(
            () => RunJson.Read(Encoding.UTF8.GetBytes(text), "x"),
            Throws.TypeOf<ReportException>().With.Message.StartsWith("x"));
    }

    [Test]
    public void Damage_is_named_with_its_line()
    {
        var lines = Encoding.UTF8.GetString(Bytes(SampleRuns.Certified())).Split('\n');
        lines[4] = "  garbage";

        Assert.That(
            () => RunJson.Read(Encoding.UTF8.GetBytes(string.Join('\n', lines)), "out/run.json"),
            Throws.TypeOf<ReportException>().With.Message.StartsWith("out/run.json:5:3: "));
    }

    [Test]
    public void A_missing_file_is_named_with_what_to_give()
    {
        var path = Path.Combine(TestContext.CurrentContext.WorkDirectory, "no-such-run.json");

        Assert.That(
            () => RunJson.ReadFile(path),
            Throws.TypeOf<ReportException>().With.Message.Contain(path).And.Message.Contain("Give the run.json"));
    }

    private static byte[] Bytes(Run run)
    {
        using var stream = new MemoryStream();
        RunJson.Write(run, stream);
        return stream.ToArray();
    }
}
