using System.Globalization;
using Harness.Certification.Runs;

namespace Harness.Certification.Reports.Html;

/// <summary>Links to the scenarios that decide a requirement, by their numbers on the page.</summary>
internal static class ScenarioLinks
{
    public static void Write(ReportPage page, RequirementResult requirement)
    {
        using var links = page.Html.In("span", "links");
        foreach (var scenario in page.View.ScenariosOf(requirement))
        {
            var number = page.View.NumberOf(scenario.Id)!.Value;
            var shown = number.ToString(CultureInfo.InvariantCulture);
            page.Html.Leaf("a", $"{Badge.Sign(scenario.Verdict)}\u00A0{shown}",
                ("class", $"to {Badge.Class(scenario.Verdict)}"),
                ("href", "#" + ReportPage.ScenarioAnchor(number)),
                ("title", $"Scenario {shown}, {Words.Of(scenario.Verdict)}: {scenario.Name}"));
            page.Html.Text(" ");
        }
    }
}
