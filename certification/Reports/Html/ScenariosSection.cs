using Harness.Certification.Runs;
using Harness.Certification.Verdicts;

namespace Harness.Certification.Reports.Html;

/// <summary>Every scenario that was planned, by feature, folded.</summary>
internal static class ScenariosSection
{
    public static void Write(ReportPage page)
    {
        var html = page.Html;
        using var section = html.In("section", ("id", "scenarios"));
        html.Leaf("h2", "Scenarios");
        if (page.Run.Scenarios.Count == 0)
        {
            html.Leaf("p", "None was run.", "quiet");
            return;
        }

        Filter.Write(html, "scenarios", "Scenarios to show");
        foreach (var feature in page.Run.Scenarios.GroupBy(scenario => (scenario.Uri, scenario.Feature)))
            WriteFeature(page, feature.Key.Feature, feature.Key.Uri, [.. feature]);
    }

    private static void WriteFeature(
        ReportPage page, string name, string uri, IReadOnlyList<ScenarioResult> scenarios)
    {
        var html = page.Html;
        var passed = scenarios.Count(scenario => scenario.Verdict == Verdict.Pass);
        using var feature = html.In("article", passed == scenarios.Count ? "feature pass" : "feature");
        using (html.In("h3"))
        {
            html.Text(name);
            html.Leaf("span", $" {passed} of {scenarios.Count} passed", "quiet");
        }

        html.Leaf("p", uri, "quiet path");
        foreach (var scenario in scenarios)
            ScenarioDetails.Write(page, scenario);
    }
}
