using System.Text.RegularExpressions;
using Harness.Certification.Reports;
using Harness.Certification.Runs;
using Harness.Certification.Verdicts;
using NUnit.Framework;

namespace Harness.Tests.Certification.Reports.Html;

public sealed partial class SequencePictureTests
{
    [Test]
    public void The_picture_shows_a_call_back_inside_of_the_call_that_caused_it()
    {
        var page = Render(SampleRuns.NotConformant());
        var picture = page.Split("<svg class=\"sequence\"")[^1].Split("</svg>")[0];
        var labels = PictureText().Matches(picture).Select(match => match.Groups[1].Value).ToList();

        Assert.That(labels, Is.EqualTo(
        [
            "Customer", "Target", "Partner",
            "\u2713 Given an environment with an interconnect",
            "1. createConnection", "200 \u00B7 8 ms",
            "2. CreateConnection",
            "\u2713 When the partner sends the same request again",
            "The clock was advanced by 7199 s.", "to 2: 200 \u00B7 8 ms",
            "3. CreateConnection",
            "4. NotifyConnectionStatus", "200 \u00B7 8 ms",
            "to 3: 200 \u00B7 40 ms",
        ]));
    }

    [Test]
    public void The_picture_tells_the_clean_up_from_the_steps()
    {
        var scenario = Sample.Scenario("a:1", Verdict.Pass);
        var exchanges = new[] { 1, 2, 3 }.Select(Sample.Exchange).ToList();
        exchanges[0] = exchanges[0] with { StepLine = 0 };
        exchanges[2] = exchanges[2] with { StepLine = 0 };

        var page = Render(Sample.Run([], scenario with { Exchanges = exchanges }));
        var labels = PictureText().Matches(page).Select(match => match.Groups[1].Value).ToList();

        Assert.That(labels, Is.SupersetOf(new[] { "Before the first step", "After the last step" }));
        Assert.That(labels.IndexOf("After the last step"), Is.EqualTo(labels.IndexOf("3. CreateConnection") - 1));
    }

    [Test]
    public void A_picture_of_very_many_exchanges_leaves_out_the_middle_but_not_the_finding()
    {
        var scenario = Sample.Scenario("a:1", Verdict.Fail) with { FailingExchange = 100 };
        var exchanges = Enumerable.Range(1, 200).Select(Sample.Exchange);

        var page = Render(Sample.Run([], scenario with { Exchanges = [.. exchanges] }));
        var labels = PictureText().Matches(page).Select(match => match.Groups[1].Value).ToList();

        Assert.That(labels, Is.SupersetOf(new[]
        {
            "40. CreateConnection", "\u2026 51 exchanges not drawn here, listed below with all others",
            "92. CreateConnection", "108. CreateConnection",
            "\u2026 72 exchanges not drawn here, listed below with all others", "181. CreateConnection",
        }));
        Assert.That(labels, Has.None.EqualTo("91. CreateConnection"));
        Assert.That(page, Does.Contain("id=\"s1x91\""));
    }

    [Test]
    public void The_picture_shows_a_fault()
    {
        var page = Render(SampleRuns.NotConformant());

        Assert.That(page, Does.Match("<text class=\"label fault\"[^>]*>to 2: no answer within 5 s</text>"));
    }

    private static string Render(Run run) => Rendered.As(ReportFormat.Html, run);

    [GeneratedRegex("<text[^>]*>([^<]*)</text>")]
    private static partial Regex PictureText();
}
