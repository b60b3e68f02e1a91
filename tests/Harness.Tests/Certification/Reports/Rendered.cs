using System.Text;
using Harness.Certification.Reports;
using Harness.Certification.Runs;
using NUnit.Framework;

namespace Harness.Tests.Certification.Reports;

/// <summary>A report as text.</summary>
internal static class Rendered
{
    /// <summary>Everything that the reports treat specially, from a target that means harm.</summary>
    public const string Hostile =
        "</pre></details><script>alert(1)</script><img src=https://evil.example/x onerror=alert(1)>" +
        "\" onload=\"x ' ]]> --> &lt; \0 \u001B[2J \u202Egnp.exe \uD800 \uFFFE";

    public static string As(ReportFormat format, Run run)
    {
        using var stream = new MemoryStream();
        format.Write(run, stream);
        Assert.That(stream.CanRead, "a report leaves its stream open");
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>A run in which every text that a target can influence is hostile.</summary>
    public static Run HostileRun()
    {
        var exchange = Sample.Exchange(1) with
        {
            Actor = Hostile,
            Operation = Hostile,
            Fault = Hostile,
            Request = new HttpRequestRecord(Hostile, Hostile, [new Fact(Hostile, Hostile)], Hostile),
            Response = new HttpResponseRecord(
                400, [new Fact(Hostile, Hostile)], """{"a":"</pre><script>x()</script>"}"""),
        };
        var scenario = Sample.Scenario("fail:1", Harness.Certification.Verdicts.Verdict.Fail, "COM-02") with
        {
            Name = Hostile,
            Message = Hostile,
            Expected = Hostile,
            Found = Hostile,
            FailingExchange = 1,
            Exchanges = [exchange],
            Notes = [new Note(Sample.Start, 13, Hostile)],
            Readings = [new Reading(Hostile, Hostile)],
            Figures = [new Figure(Hostile, Hostile, Hostile)],
            Attachments =
            [
                new Attachment(Hostile, Hostile, Hostile, 1), new Attachment(Hostile, "../../passwd", Hostile, 1),
                new Attachment(Hostile, "javascript:alert(1)", Hostile, 1),
            ],
            Steps = [new StepResult("Given", Hostile, 13, StepStatus.Failed, TimeSpan.Zero, Hostile)],
        };
        var run = Sample.Run([Sample.Result("COM-02", scenario.Verdict, "fail:1")], scenario);
        return run with
        {
            Verdict = RunVerdict.NotConformant,
            Reasons = [Hostile],
            Target = new TargetDescription(
                Hostile, "javascript:alert(1)", [new Fact(Hostile, Hostile)], [new Figure(Hostile, Hostile, Hostile)]),
        };
    }
}
