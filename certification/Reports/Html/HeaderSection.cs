using System.Globalization;
using Harness.Certification.Runs;
using Harness.Certification.Verdicts;

namespace Harness.Certification.Reports.Html;

/// <summary>The top of the page: the verdict in words, who was certified, how to do it again.</summary>
internal static class HeaderSection
{
    public static void Write(ReportPage page)
    {
        var (html, run) = (page.Html, page.Run);
        using (html.In("header", $"verdict {Tone(run.Verdict)}"))
        {
            html.Leaf("p", "Certification report", "kind");
            using (html.In("h1"))
            {
                html.Leaf("span", Sign(run.Verdict), ("class", "sign"), ("aria-hidden", "true"));
                html.Text(Words.Of(run.Verdict));
            }

            html.Leaf("p", Sentence(page), "sentence");
            using (html.In("p", "target"))
            {
                html.Leaf("strong", run.Target.Name);
                html.Text(" at ");
                html.Leaf("code", run.Target.BaseUrl);
            }
        }

        using (html.In("div", "columns"))
        {
            CountsBar.Write(html, "requirements", [.. run.Requirements.Select(Kind)]);
            CountsBar.Write(html, "scenarios", [.. run.Scenarios.Select(scenario => Kind(scenario, page.View))]);
        }

        WriteFacts(page);
        FigureImages.WriteFitted(html, run.Target.Figures);
    }

    private static (Verdict?, bool) Kind(RequirementResult requirement) =>
        (requirement.Verdict, Obstacles.IsExcused(requirement));

    private static (Verdict?, bool) Kind(ScenarioResult scenario, RunView view) =>
        (scenario.Verdict, view.WaiverOf(scenario) is not null);

    private static void WriteFacts(ReportPage page)
    {
        var run = page.Run;
        using var list = page.Html.In("dl", "facts");
        foreach (var fact in run.Target.Facts)
            WriteFact(page.Html, fact.Name, fact.Value);
        WriteFact(page.Html, "Started", Words.Of(run.StartedAt));
        WriteFact(page.Html, "Took", Words.Of(run.Duration));
        WriteFact(page.Html, "Seed", run.Options.Seed.ToString(CultureInfo.InvariantCulture));
        WriteFact(page.Html, "Scenarios at a time", run.Options.Parallel.ToString(CultureInfo.InvariantCulture));
        if (run.Options.Tags is { } tags)
            WriteFact(page.Html, "Selected by tags", tags);
        if (run.Options.Only.Count > 0)
            WriteFact(page.Html, "Selected requirements", string.Join(", ", run.Options.Only));
        WriteFact(page.Html, "Written by", run.Tool);
        using var pair = page.Html.In("div", "wide");
        page.Html.Leaf("dt", "Repeat with");
        using var command = page.Html.In("dd");
        page.Html.Leaf("code", run.Options.Command, "command");
    }

    private static void WriteFact(HtmlWriter html, string name, string value)
    {
        using var pair = html.In("div");
        html.Leaf("dt", name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..]);
        html.Leaf("dd", value);
    }

    private static string Sentence(ReportPage page)
    {
        var failed = Words.Count(
            page.Run.Requirements.Count(Obstacles.IsUnmet), "binding requirement is", "binding requirements are");
        return page.Run.Verdict switch
        {
            RunVerdict.Certified =>
                $"Every requirement in scope is decided, and no binding one failed.{Beyond(page.Run)}",
            RunVerdict.PartialPass => PartialPass(page.Run),
            RunVerdict.NotConformant when page.Run.Requirements.Any(Obstacles.IsUnmet) => $"{failed} not met.",
            RunVerdict.NotConformant => "A waiver does not hold any more.",
            RunVerdict.Incomplete => "No binding requirement failed, but not all of them could be decided.",
            RunVerdict.Stopped => $"The run was stopped before its end. So far {failed} not met.",
            _ => "",
        };
    }

    private static string PartialPass(Run run)
    {
        var waived = run.Requirements.Count(Obstacles.IsExcused);
        return waived == 0
            ? "All that was selected passed. Only a whole run can certify."
            : $"All that failed is waived: {Words.Count(waived, "requirement")}. A waived failure cannot certify.";
    }

    private static string Beyond(Run run)
    {
        var count = run.Requirements.Count(requirement => requirement.Verdict is null);
        var counted = Words.Count(count, "requirement is", "requirements are");
        return count == 0 ? "" : $" {counted} beyond this run's reach.";
    }

    private static string Tone(RunVerdict verdict) => verdict switch
    {
        RunVerdict.Certified => "pass",
        RunVerdict.PartialPass => "inconclusive",
        RunVerdict.NotConformant => "fail",
        RunVerdict.Incomplete => "warn",
        _ => "skip",
    };

    private static string Sign(RunVerdict verdict) => verdict switch
    {
        RunVerdict.Certified => "\u2713",
        RunVerdict.PartialPass => "\u25D0",
        RunVerdict.NotConformant => "\u2717",
        RunVerdict.Incomplete => "?",
        _ => "\u25A0",
    };
}
