using Harness.Certification.Reports;
using Harness.Certification.Reports.Json;
using NUnit.Framework;

namespace Harness.Tests.Certification.Reports;

public sealed class ReportWriterTests
{
    private string _directory = "";

    [SetUp]
    public void MakeDirectory() => _directory = Directory.CreateTempSubdirectory("harness-reports-").FullName;

    [TearDown]
    public void RemoveDirectory() => Directory.Delete(_directory, recursive: true);

    [Test]
    public void Every_format_is_written_to_its_own_file_in_a_directory_that_is_made()
    {
        var deep = Path.Combine(_directory, "a", "b");

        var paths = ReportWriter.WriteAll(SampleRuns.NotConformant(), deep, ReportFormat.All.ToList());

        Assert.That(paths.Select(Path.GetFileName),
            Is.EqualTo(["run.json", "report.html", "junit.xml", "messages.ndjson", "exchanges.har"]));
        Assert.That(Directory.GetFiles(deep), Is.EquivalentTo(paths));
    }

    [Test]
    public void Every_report_is_the_same_when_it_is_rebuilt_from_run_json()
    {
        var run = SampleRuns.NotConformant();
        ReportWriter.WriteAll(run, _directory, [ReportFormat.Json]);

        var read = RunJson.ReadFile(Path.Combine(_directory, "run.json"));

        foreach (var format in ReportFormat.All)
            Assert.That(Rendered.As(format, read), Is.EqualTo(Rendered.As(format, run)), format.Name);
    }

    [Test]
    public void A_file_of_an_earlier_run_is_replaced()
    {
        var path = Path.Combine(_directory, "report.html");
        File.WriteAllText(path, new string('x', 1_000_000));

        ReportWriter.WriteAll(SampleRuns.Certified(), _directory, [ReportFormat.Html]);

        Assert.That(File.ReadAllText(path), Does.StartWith("<!DOCTYPE html>").And.EndsWith("</html>"));
    }

    [Test]
    public void A_writing_that_breaks_off_leaves_the_earlier_file_and_nothing_else()
    {
        var path = Path.Combine(_directory, "run.json");
        File.WriteAllText(path, "earlier");

        Assert.That(
            () => AtomicFile.Write(path, BreakOff),
            Throws.TypeOf<ReportException>().With.Message.Contain(path));

        Assert.That(File.ReadAllText(path), Is.EqualTo("earlier"));
        Assert.That(Directory.GetFiles(_directory), Is.EqualTo([path]));
    }

    [Test]
    public void A_directory_that_cannot_be_made_is_named_with_what_to_do()
    {
        var file = Path.Combine(_directory, "a-file");
        File.WriteAllText(file, "");

        Assert.That(
            () => ReportWriter.WriteAll(SampleRuns.Certified(), Path.Combine(file, "out"), [ReportFormat.Json]),
            Throws.TypeOf<ReportException>().With.Message.Contain(file)
                .And.Message.Contain("Choose another directory"));
    }

    [Test]
    public void A_file_that_cannot_be_replaced_is_named_with_what_to_do()
    {
        Directory.CreateDirectory(Path.Combine(_directory, "run.json"));

        Assert.That(
            () => ReportWriter.WriteAll(SampleRuns.Certified(), _directory, [ReportFormat.Json]),
            Throws.TypeOf<ReportException>().With.Message.Contain("run.json")
                .And.Message.Contain("Mend the permissions"));
    }

    [TestCase("html", "html")]
    [TestCase(" JUnit ", "junit")]
    [TestCase("har", "har")]
    [TestCase("pdf", null)]
    [TestCase("", null)]
    public void A_format_is_found_by_its_name(string name, string? expected)
    {
        Assert.That(ReportFormat.Find(name)?.Name, Is.EqualTo(expected));
    }

    private static void BreakOff(Stream stream)
    {
        stream.WriteByte(1);
        throw new IOException("No space left on device");
    }
}
