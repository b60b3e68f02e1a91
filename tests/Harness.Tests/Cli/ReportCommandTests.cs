using Harness.Certification.Reports;
using Harness.Tests.Certification.Reports;
using NUnit.Framework;

namespace Harness.Tests.Cli;

public sealed class ReportCommandTests
{
    [Test]
    public async Task Every_form_is_rebuilt_beside_the_run_and_the_run_stays_as_it_is()
    {
        using var directory = Recorded(out var run);
        var before = await File.ReadAllTextAsync(run);

        var result = await Invocation.RunAsync("report", run);

        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.Zero, result.Error);
            foreach (var form in ReportFormat.All)
                Assert.That(directory[form.FileName], Does.Exist);
            Assert.That(result.Output, Does.Not.Contain("run.json").And.Contain("report.html"));
            Assert.That(File.ReadAllText(run), Is.EqualTo(before));
        });
    }

    [Test]
    public async Task Only_the_forms_that_were_named_are_written_where_it_was_said()
    {
        using var directory = Recorded(out var run);

        var result = await Invocation.RunAsync(
            "report", run, "--format", "html, junit", "--output", directory["elsewhere"]);

        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.Zero, result.Error);
            Assert.That(
                Directory.GetFiles(directory["elsewhere"]).Select(Path.GetFileName),
                Is.EquivalentTo(["report.html", "junit.xml"]));
        });
    }

    [TestCase("htlm", "--format: expected one of json, html, junit, messages, har, found htlm; did you mean \"html\"?")]
    [TestCase(",", "--format: expected one of json, html, junit, messages, har, found nothing")]
    public async Task An_unknown_form_is_told_with_the_nearest_one(string forms, string expected)
    {
        using var directory = Recorded(out var run);

        var result = await Invocation.RunAsync("report", run, "--format", forms);

        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.EqualTo(2));
            Assert.That(result.Error.TrimEnd(), Is.EqualTo(expected));
        });
    }

    [Test]
    public async Task A_damaged_run_is_told_with_its_place()
    {
        using var directory = new TemporaryDirectory();
        var run = directory.Write("run.json", "{\"format\": \"harness-run/3\",");

        var result = await Invocation.RunAsync("report", run);

        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.EqualTo(2));
            Assert.That(result.ErrorLines, Has.Count.EqualTo(1));
            Assert.That(result.Error, Does.StartWith($"{run}:1:"));
        });
    }

    private static TemporaryDirectory Recorded(out string run)
    {
        var directory = new TemporaryDirectory();
        run = ReportWriter.WriteAll(SampleRuns.NotConformant(), directory.Path, [ReportFormat.Json])[0];
        return directory;
    }
}
