using Harness.Certification.Catalogue;
using Harness.Certification.Runs;

namespace Harness.Certification.Reports.Html;

/// <summary>
/// A card per requirement that failed, with each finding: expected against found, and the exchange that shows it. A
/// scenario that bears on several requirements is told in full once.
/// </summary>
internal sealed class FindingCards(ReportPage page)
{
    // More than this of one requirement tells a reader nothing new; the others are a link away.
    private const int InFull = 3;

    private readonly Dictionary<string, string> _toldUnder = [];

    /// <summary>Whether there was anything to tell.</summary>
    public bool Any => _toldUnder.Count > 0;

    public void Write(RequirementResult requirement)
    {
        var html = page.Html;
        var id = requirement.Requirement.Id;
        var waived = Obstacles.IsExcused(requirement);
        using var card = html.In("article", $"finding {Badge.Class(requirement.Verdict, waived)}");
        using (html.In("h3"))
        {
            Badge.Write(html, requirement.Verdict, waived);
            html.Text(" ");
            page.RequirementLink(id);
            html.Leaf("span", $" {Terms(requirement.Requirement)}", "quiet");
        }

        html.Leaf("p", requirement.Requirement.Text, "text");
        if (waived)
            html.Leaf("p", Words.Of(requirement.Waiver!), "quiet");
        var findings = page.View.ScenariosOf(requirement)
            .Where(scenario => Obstacles.Shows(scenario, requirement))
            .ToList();
        if (findings.Count == 0 && requirement.Reason is { } reason)
            html.Leaf("p", reason);
        foreach (var scenario in findings.Take(InFull))
            WriteFinding(scenario, id);
        if (findings.Count > InFull)
        {
            using var more = html.In("p");
            html.Text($"{Words.Count(findings.Count - InFull, "more scenario")} of it came to the same verdict: ");
            ScenarioLinks.Write(page, requirement);
        }
    }

    /// <summary>
    /// A scenario that went wrong without any requirement's verdict resting on it: it decides none, or another
    /// scenario's failure outweighs it.
    /// </summary>
    public void WriteRest(ScenarioResult scenario)
    {
        if (scenario.Requirements.Any(id => page.View.Requirement(id) is { } it && Obstacles.Shows(scenario, it)))
            return;
        using var card = page.Html.In("article", $"finding {Badge.Class(scenario.Verdict)}");
        using (page.Html.In("h3"))
        {
            Badge.Write(page.Html, scenario.Verdict);
            page.Html.Text(scenario.Requirements.Count == 0 ? " Decides no requirement" : " Besides");
        }

        WriteFinding(scenario, "");
    }

    private static string Terms(Requirement requirement)
    {
        var interpretation = requirement.Interpretation ? ", an interpretation of the source" : "";
        return $"{Words.Of(requirement.Level)}, {requirement.Role}{interpretation}";
    }

    private void WriteFinding(ScenarioResult scenario, string requirementId)
    {
        var html = page.Html;
        var number = page.View.NumberOf(scenario.Id)!.Value;
        using var finding = html.In("div", "evidence");
        using (html.In("h4"))
            page.Link(ReportPage.ScenarioAnchor(number), $"{number}. {scenario.Name}");
        if (!_toldUnder.TryAdd(scenario.Id, requirementId))
        {
            html.Leaf("p", $"The same finding as under {_toldUnder[scenario.Id]}.", "quiet");
            return;
        }

        FindingText.Write(html, scenario);
        FigureImages.Write(html, scenario.Figures);
        AttachmentLinks.Write(html, scenario);
        if (RunView.FailingExchange(scenario) is { } exchange)
            ExchangeDetails.Write(page, scenario, exchange, anchor: null, open: true);
    }
}
