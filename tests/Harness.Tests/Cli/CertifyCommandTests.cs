using System.Text.Json;
using Harness.Certification.Reports;
using Harness.Certification.Reports.Json;
using Harness.Certification.Runs;
using NUnit.Framework;

namespace Harness.Tests.Cli;

/// <summary>Certifications of the reference in this process, of a few scenarios each.</summary>
public sealed class CertifyCommandTests
{
    [Test]
    public async Task Without_a_target_the_reference_is_certified_and_every_report_is_written()
    {
        using var directory = new TemporaryDirectory();

        var result = await Invocation.RunAsync(
            "certify", "--only", "PRV-01", "--output", directory["reports"], "--parallel", "2");

        var run = RunJson.ReadFile(directory[Path.Combine("reports", "run.json")]);
        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.Zero, result.Error + result.Output);
            Assert.That(result.Error, Is.Empty);
            Assert.That(result.Output, Does.StartWith("Running "));
            Assert.That(result.Output, Does.Contain("Partial pass: reference coordinator at https://127.0.0.1:"));
            Assert.That(result.Output, Does.Contain(directory[Path.Combine("reports", "report.html")]));
            Assert.That(run.Verdict, Is.EqualTo(RunVerdict.PartialPass));
            Assert.That(run.Options.Command, Is.EqualTo("harness certify --only PRV-01 --parallel 2 --seed 4711"));
            foreach (var form in ReportFormat.All)
                Assert.That(directory[Path.Combine("reports", form.FileName)], Does.Exist);
        });
    }

    [Test]
    public async Task As_JSON_the_summary_is_all_that_standard_output_holds()
    {
        using var directory = new TemporaryDirectory();

        var result = await Invocation.RunAsync(
            "certify", "--only", "PRV-01", "--json", "--seed", "7", "--output", directory.Path);

        using var json = JsonDocument.Parse(result.Output);
        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.Zero, result.Error);
            Assert.That(json.RootElement.GetProperty("verdict").GetString(), Is.EqualTo("partialPass"));
            Assert.That(json.RootElement.GetProperty("seed").GetInt32(), Is.EqualTo(7));
            Assert.That(json.RootElement.GetProperty("reports").GetProperty("html").GetString(), Does.Exist);
        });
    }

    [Test]
    public async Task Quiet_is_the_summary_only()
    {
        using var directory = new TemporaryDirectory();

        var result = await Invocation.RunAsync(
            "certify", "--tags", "@PRV-01", "--quiet", "--output", directory.Path);

        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.Zero, result.Error);
            Assert.That(result.Output, Does.StartWith("Partial pass: "));
        });
    }

    [Test]
    public async Task A_stopped_run_leaves_its_reports_marked_as_partial()
    {
        using var directory = new TemporaryDirectory();
        using var stop = new CancellationTokenSource();
        await using var output = new StoppingWriter(stop, "Running ");

        var result = await Invocation.RunAsync(
            ["certify", "--only", "PRV-01", "--output", directory.Path], output, stop.Token);

        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.EqualTo(2));
            Assert.That(RunJson.ReadFile(directory["run.json"]).Verdict, Is.EqualTo(RunVerdict.Stopped));
            Assert.That(result.Output, Does.Contain("Stopped: ").And.Contain("The run was stopped before its end"));
            Assert.That(directory["report.html"], Does.Exist);
        });
    }

    [Test]
    public async Task A_directory_that_cannot_be_written_to_is_told()
    {
        using var directory = new TemporaryDirectory();
        var file = directory.Write("occupied", "");

        var result = await Invocation.RunAsync("certify", "--only", "PRV-01", "--quiet", "--output", file);

        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.EqualTo(2));
            Assert.That(result.Error, Does.Contain(file).And.Not.Contain("   at "));
        });
    }

    [TestCase(RunVerdict.Certified, 0)]
    [TestCase(RunVerdict.PartialPass, 0)]
    [TestCase(RunVerdict.NotConformant, 1)]
    [TestCase(RunVerdict.Incomplete, 1)]
    [TestCase(RunVerdict.Stopped, 2)]
    public void The_exit_code_says_what_the_run_came_to(RunVerdict verdict, int expected) =>
        Assert.That(Harness.Cli.Running.CertificationRun.ExitCodeOf(verdict), Is.EqualTo(expected));

    /// <summary>Asks for a stop as soon as a line begins with some words.</summary>
    private sealed class StoppingWriter(CancellationTokenSource stop, string words) : StringWriter
    {
        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            if (value?.StartsWith(words, StringComparison.Ordinal) == true)
                stop.Cancel();
        }
    }
}
