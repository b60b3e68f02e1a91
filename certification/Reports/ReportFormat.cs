using Harness.Certification.Reports.Har;
using Harness.Certification.Reports.Html;
using Harness.Certification.Reports.Json;
using Harness.Certification.Reports.JUnit;
using Harness.Certification.Reports.Messages;
using Harness.Certification.Runs;

namespace Harness.Certification.Reports;

/// <summary>A form in which a run can be written. Each is a pure function of the <see cref="Run"/>.</summary>
public sealed class ReportFormat
{
    private readonly Action<Run, Stream> _write;

    private ReportFormat(string name, string fileName, string description, Action<Run, Stream> write)
    {
        Name = name;
        FileName = fileName;
        Description = description;
        _write = write;
    }

    /// <summary>The whole run; the other forms are rebuilt from it.</summary>
    public static ReportFormat Json { get; } =
        new("json", "run.json", "the whole run, source of every other report", RunJson.Write);

    /// <summary>One self-contained page for people.</summary>
    public static ReportFormat Html { get; } =
        new("html", "report.html", "one self-contained page for people", HtmlReport.Write);

    /// <summary>JUnit XML, for continuous integration.</summary>
    public static ReportFormat JUnit { get; } =
        new("junit", "junit.xml", "JUnit XML, for continuous integration", JUnitReport.Write);

    /// <summary>Cucumber Messages, one JSON envelope a line.</summary>
    public static ReportFormat Messages { get; } =
        new("messages", "messages.ndjson", "Cucumber Messages, for Cucumber's own tools", MessagesReport.Write);

    /// <summary>HTTP Archive 1.2 of every exchange.</summary>
    public static ReportFormat Har { get; } =
        new("har", "exchanges.har", "HTTP Archive 1.2 of every exchange", HarReport.Write);

    /// <summary>Every form, in the order in which they are listed and written.</summary>
    public static IReadOnlyList<ReportFormat> All { get; } = [Json, Html, JUnit, Messages, Har];

    /// <summary>The word that chooses it, such as <c>html</c>.</summary>
    public string Name { get; }

    /// <summary>Name of its file in the output directory.</summary>
    public string FileName { get; }

    /// <summary>What it is, in a few words.</summary>
    public string Description { get; }

    /// <summary>The form of that name, whatever its case; null when there is none.</summary>
    public static ReportFormat? Find(string name) =>
        All.FirstOrDefault(format => format.Name.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>Writes the run in this form. The stream is left open.</summary>
    public void Write(Run run, Stream output) => _write(run, output);

    public override string ToString() => Name;
}
