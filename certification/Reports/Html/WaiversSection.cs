using Harness.Certification.Runs;

namespace Harness.Certification.Reports.Html;

/// <summary>Failures that were accepted beforehand, until when and why.</summary>
internal static class WaiversSection
{
    public static bool Has(Run run) => run.Requirements.Any(requirement => requirement.Waiver is not null);

    public static void Write(ReportPage page)
    {
        if (!Has(page.Run))
            return;
        var html = page.Html;
        using var section = html.In("section", ("id", "waivers"));
        html.Leaf("h2", "Waivers");
        using var table = html.In("table");
        using (html.In("thead"))
        using (html.In("tr"))
        {
            foreach (var column in (string[])["Requirement and reason", "Until", "State"])
                html.Leaf("th", column, ("scope", "col"));
        }

        using var body = html.In("tbody");
        foreach (var requirement in page.Run.Requirements)
        {
            if (requirement.Waiver is { } waiver)
                WriteRow(page, requirement.Requirement.Id, waiver);
        }
    }

    private static void WriteRow(ReportPage page, string id, WaiverResult waiver)
    {
        var html = page.Html;
        using var row = html.In("tr");
        using (html.In("th", ("scope", "row")))
        {
            page.RequirementLink(id);
            html.Leaf("span", waiver.Reason, "text");
        }

        html.Leaf("td", Words.Of(waiver.Expires));
        using var state = html.In("td");
        var holds = waiver.State == WaiverState.Applied;
        var sign = holds ? "\u2713" : "\u2717";
        html.Leaf("span", $"{sign} {Words.Of(waiver.State)}", holds ? "badge waived" : "badge fail");
    }
}
