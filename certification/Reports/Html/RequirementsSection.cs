using Harness.Certification.Runs;

namespace Harness.Certification.Reports.Html;

/// <summary>Every requirement of the catalogue, by area.</summary>
internal static class RequirementsSection
{
    public static void Write(ReportPage page)
    {
        var html = page.Html;
        using var section = html.In("section", ("id", "requirements"));
        html.Leaf("h2", "Requirements");
        Filter.Write(html, "requirements", "Requirements to show");
        foreach (var area in page.Run.Requirements.GroupBy(requirement => requirement.Requirement.Area))
            WriteArea(page, area.Key, [.. area]);
    }

    private static void WriteArea(ReportPage page, string area, IReadOnlyList<RequirementResult> requirements)
    {
        var html = page.Html;
        using var table = html.In("table");
        using (html.In("caption"))
        {
            html.Text(area);
            html.Leaf("span", Summary(requirements), "quiet");
        }

        using (html.In("thead"))
        using (html.In("tr"))
        {
            foreach (var column in (string[])["Requirement", "Level and role", "Verdict", "Scenarios"])
                html.Leaf("th", column, ("scope", "col"));
        }

        using var body = html.In("tbody");
        foreach (var requirement in requirements)
            WriteRow(page, requirement);
    }

    private static string Summary(IReadOnlyList<RequirementResult> requirements)
    {
        var parts = requirements
            .GroupBy(requirement => (requirement.Verdict, Waived: Obstacles.IsExcused(requirement)))
            .OrderByDescending(group => group.Key.Verdict is { } verdict ? (int)verdict : -1)
            .ThenBy(group => group.Key.Waived)
            .Select(group => $"{group.Count()} {(group.Key.Waived ? "waived" : Words.Of(group.Key.Verdict))}");
        return string.Join(", ", parts);
    }

    private static void WriteRow(ReportPage page, RequirementResult result)
    {
        var html = page.Html;
        var requirement = result.Requirement;
        var waived = Obstacles.IsExcused(result);
        using var row = html.In("tr",
            ("class", Badge.Class(result.Verdict, waived)), ("id", ReportPage.RequirementAnchor(requirement.Id)));
        using (html.In("th", ("scope", "row")))
        {
            html.Leaf("span", requirement.Id, "id");
            html.Leaf("span", requirement.Text, "text");
            if (result.Reason is { } reason)
                html.Leaf("span", reason, "reason");
            Readings.Write(html, result.Readings);
        }

        using (html.In("td"))
        {
            html.Leaf("span", Words.Of(requirement.Level), $"level {Words.Of(requirement.Level)}");
            html.Leaf("span", requirement.Role, "role");
            if (requirement.Plane != "api")
                html.Leaf("span", $"{requirement.Plane} plane", "role");
            if (requirement.Interpretation)
                html.Leaf("span", "interpretation", "role");
        }

        using (html.In("td"))
            Badge.Write(html, result.Verdict, waived);
        using (html.In("td"))
            ScenarioLinks.Write(page, result);
    }
}
