using Harness.Certification.Runs;
using Harness.Certification.Verdicts;

namespace Harness.Certification.Reports.Html;

/// <summary>What stands in the way of a certificate: failures first, then what is not decided, then warnings.</summary>
internal static class ObstaclesSection
{
    public static void Write(ReportPage page)
    {
        var (html, run) = (page.Html, page.Run);
        var cards = new FindingCards(page);
        using var section = html.In("section", ("id", "obstacles"));
        html.Leaf("h2", "What stands in the way");
        ReasonsList.Write(html, run.Reasons);
        foreach (var requirement in run.Requirements.Where(Obstacles.IsUnmet))
            cards.Write(requirement);
        foreach (var requirement in run.Requirements.Where(Obstacles.HasStaleWaiver))
            WriteStale(page, requirement, requirement.Waiver!);
        foreach (var requirement in run.Requirements.Where(one => one.Verdict == Verdict.Error))
            cards.Write(requirement);
        WriteOpen(page, [.. run.Requirements.Where(Obstacles.IsUndecided)]);
        foreach (var requirement in run.Requirements.Where(Obstacles.IsExcused))
            cards.Write(requirement);
        foreach (var scenario in run.Scenarios.Where(one => one.Verdict is Verdict.Fail or Verdict.Error))
            cards.WriteRest(scenario);
        if (!cards.Any && !run.Requirements.Any(Obstacles.StandsInTheWay))
            html.Leaf("p", Nothing(run), "quiet");
        WriteWarnings(page, cards);
    }

    private static void WriteWarnings(ReportPage page, FindingCards cards)
    {
        var warnings = page.Run.Requirements.Where(Obstacles.IsWarning).ToList();
        if (warnings.Count > 0)
            page.Html.Leaf("h3", "Warnings: not binding, worth a look");
        foreach (var requirement in warnings)
            cards.Write(requirement);
    }

    private static string Nothing(Run run) => run.Verdict switch
    {
        RunVerdict.Certified => "Nothing.",
        RunVerdict.PartialPass => "Nothing in what was selected.",
        _ => "No scenario that was run found anything.",
    };

    private static void WriteStale(ReportPage page, RequirementResult requirement, WaiverResult waiver)
    {
        var html = page.Html;
        using var card = html.In("article", "finding fail");
        using (html.In("h3"))
        {
            html.Leaf("span", "\u2717 stale waiver", "badge fail");
            html.Text(" ");
            page.RequirementLink(requirement.Requirement.Id);
        }

        html.Leaf("p", waiver.State == WaiverState.Expired
            ? $"The waiver expired on {Words.Of(waiver.Expires)}. Meet the requirement, or agree on a new waiver."
            : "The requirement did not fail: the waiver is not needed any more. Take it out of the waiver file.");
        html.Leaf("p", $"Reason of the waiver: {waiver.Reason}", "quiet");
    }

    // Many are skipped for one reason, such as a missing hook: told once, with all that it concerns.
    private static void WriteOpen(ReportPage page, IReadOnlyList<RequirementResult> open)
    {
        foreach (var group in open.GroupBy(one => (one.Verdict, Reason: ReasonOf(one, page.View))))
        {
            using var card = page.Html.In("article", $"finding {Badge.Class(group.Key.Verdict)}");
            using (page.Html.In("h3"))
            {
                Badge.Write(page.Html, group.Key.Verdict);
                page.Html.Text($" {group.Key.Reason}");
            }

            using var list = page.Html.In("ul", "plain");
            foreach (var requirement in group)
            {
                using var item = page.Html.In("li");
                page.RequirementLink(requirement.Requirement.Id);
                page.Html.Text($" {requirement.Requirement.Text} ");
                ScenarioLinks.Write(page, requirement);
            }
        }
    }

    private static string ReasonOf(RequirementResult requirement, RunView view) =>
        view.ScenariosOf(requirement).FirstOrDefault(one => one.Verdict == requirement.Verdict)?.Message
        ?? requirement.Reason
        ?? "No reason was recorded.";
}
