using System.Globalization;
using System.Text;
using System.Xml;
using Harness.Certification.Runs;

namespace Harness.Certification.Reports.JUnit;

/// <summary>
/// JUnit XML as continuous integration reads it: a suite per feature, a case per scenario. A failure is a check of
/// the protocol that did not hold; an error is a scenario that could not be carried through. A warning passes, with
/// its text as output; a waived failure, a skip and an inconclusive are skipped, with their reason. What fails the
/// run without being a scenario (a stale waiver, a stop) has a suite of its own, so that green means green.
/// </summary>
public static class JUnitReport
{
    /// <summary>Writes the run as UTF-8 XML. The stream is left open.</summary>
    public static void Write(Run run, Stream output)
    {
        ArgumentNullException.ThrowIfNull(run);
        var view = new RunView(run);
        var suites = JUnitSuite.All(view);
        var settings = new XmlWriterSettings
        {
            Indent = true,
            NewLineChars = "\n",
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        };
        using var xml = XmlWriter.Create(output, settings);
        xml.WriteStartElement("testsuites");
        xml.WriteAttributeString("name", $"Certification of {PlainText.Visible(run.Target.Name)}");
        WriteCounts(xml, [.. suites.SelectMany(suite => suite.Cases)], run.Duration, run.StartedAt);
        foreach (var suite in suites)
            WriteSuite(xml, suite, run);
        xml.WriteEndElement();
    }

    private static void WriteSuite(XmlWriter xml, JUnitSuite suite, Run run)
    {
        xml.WriteStartElement("testsuite");
        Attribute(xml, "name", suite.Name);
        var duration = TimeSpan.FromTicks(suite.Cases.Sum(testCase => testCase.Duration.Ticks));
        WriteCounts(xml, suite.Cases, duration, suite.StartedAt);
        xml.WriteStartElement("properties");
        WriteProperty(xml, "verdict", Words.Of(run.Verdict));
        WriteProperty(xml, "target", $"{run.Target.Name} at {run.Target.BaseUrl}");
        WriteProperty(xml, "seed", run.Options.Seed.ToString(CultureInfo.InvariantCulture));
        WriteProperty(xml, "command", run.Options.Command);
        foreach (var fact in run.Target.Facts)
            WriteProperty(xml, fact.Name, fact.Value);
        xml.WriteEndElement();
        foreach (var testCase in suite.Cases)
            WriteCase(xml, testCase);
        xml.WriteEndElement();
    }

    private static void WriteCase(XmlWriter xml, JUnitCase testCase)
    {
        xml.WriteStartElement("testcase");
        Attribute(xml, "classname", testCase.ClassName);
        Attribute(xml, "name", testCase.Name);
        Attribute(xml, "time", Seconds(testCase.Duration));
        if (testCase.File is not null)
        {
            Attribute(xml, "file", testCase.File);
            Attribute(xml, "line", testCase.Line.ToString(CultureInfo.InvariantCulture));
        }

        if (testCase.Requirements.Count > 0)
        {
            xml.WriteStartElement("properties");
            foreach (var id in testCase.Requirements)
                WriteProperty(xml, "requirement", id);
            xml.WriteEndElement();
        }

        WriteOutcome(xml, testCase);
        xml.WriteEndElement();
    }

    private static void WriteOutcome(XmlWriter xml, JUnitCase testCase)
    {
        var message = testCase.Standing.Message ?? "";
        switch (testCase.Standing.Kind)
        {
            case StandingKind.Passed when message.Length > 0:
                xml.WriteElementString("system-out", PlainText.Visible($"{message}\n{testCase.Detail}"));
                break;
            case StandingKind.Skipped:
                xml.WriteStartElement("skipped");
                Attribute(xml, "message", message);
                xml.WriteEndElement();
                break;
            case StandingKind.Failed or StandingKind.Errored:
                xml.WriteStartElement(testCase.Standing.Kind == StandingKind.Failed ? "failure" : "error");
                Attribute(xml, "type", testCase.Type);
                Attribute(xml, "message", message);
                xml.WriteString(PlainText.Visible(testCase.Detail));
                xml.WriteEndElement();
                break;
            default:
                break;
        }
    }

    private static void WriteCounts(
        XmlWriter xml, IReadOnlyCollection<JUnitCase> cases, TimeSpan duration, DateTimeOffset startedAt)
    {
        Attribute(xml, "tests", cases.Count.ToString(CultureInfo.InvariantCulture));
        Attribute(xml, "failures", Count(cases, StandingKind.Failed));
        Attribute(xml, "errors", Count(cases, StandingKind.Errored));
        Attribute(xml, "skipped", Count(cases, StandingKind.Skipped));
        Attribute(xml, "time", Seconds(duration));
        var started = startedAt.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
        Attribute(xml, "timestamp", started);
    }

    private static string Count(IReadOnlyCollection<JUnitCase> cases, StandingKind kind) =>
        cases.Count(testCase => testCase.Standing.Kind == kind).ToString(CultureInfo.InvariantCulture);

    private static string Seconds(TimeSpan duration) =>
        duration.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);

    private static void WriteProperty(XmlWriter xml, string name, string value)
    {
        xml.WriteStartElement("property");
        Attribute(xml, "name", name);
        Attribute(xml, "value", value);
        xml.WriteEndElement();
    }

    private static void Attribute(XmlWriter xml, string name, string value) =>
        xml.WriteAttributeString(name, PlainText.Visible(value));
}
