using Harness.Certification.Runs;

namespace Harness.Certification.Reports.Html;

/// <summary>What this report does not say: requirements that nothing here decides, each with the reason.</summary>
internal static class UndecidedSection
{
    public static bool Has(Run run) => run.Requirements.Any(IsUndecided);

    public static void Write(ReportPage page)
    {
        if (!Has(page.Run))
            return;
        var html = page.Html;
        using var section = html.In("section", ("id", "undecided"));
        html.Leaf("h2", "What this report does not decide");
        using var list = html.In("dl", "undecided");
        foreach (var group in page.Run.Requirements.Where(IsUndecided).GroupBy(Reason))
        {
            using var pair = html.In("div");
            using (html.In("dt"))
            {
                foreach (var requirement in group)
                {
                    page.RequirementLink(requirement.Requirement.Id);
                    html.Text(" ");
                }
            }

            html.Leaf("dd", group.Key);
        }
    }

    private static bool IsUndecided(RequirementResult requirement) => requirement.Verdict is null;

    private static string Reason(RequirementResult requirement) =>
        requirement.Requirement.Undecided ?? requirement.Reason ?? "Not selected in this run.";
}
