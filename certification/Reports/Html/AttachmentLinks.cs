using Harness.Certification.Runs;

namespace Harness.Certification.Reports.Html;

/// <summary>Names the files that a scenario left beside the page, with a link to each.</summary>
internal static class AttachmentLinks
{
    public static void Write(HtmlWriter html, ScenarioResult scenario)
    {
        if (scenario.Attachments.Count == 0)
            return;
        html.Leaf("h5", "Files");
        using var list = html.In("ul", "attachments");
        foreach (var attachment in scenario.Attachments)
        {
            using var item = html.In("li");
            if (AttachmentFiles.Link(attachment) is { } link)
                html.Leaf("a", attachment.Title, ("href", link), ("download", ""));
            else
                html.Text(attachment.Title);
            var size = Words.OfOctets(attachment.Octets);
            html.Leaf("span", $" {attachment.FileName}, {size}, {attachment.MediaType}", "quiet");
        }
    }
}
