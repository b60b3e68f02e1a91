using System.Text;
using Harness.Certification.Runs;

namespace Harness.Certification.Reports.Html;

/// <summary>
/// One self-contained page for people: the verdict first, then what stands in the way, then every requirement and
/// every scenario with its evidence. It runs no script, loads nothing, and shows what a target sent as text only.
/// </summary>
public static class HtmlReport
{
    /// <summary>Writes the run as UTF-8 HTML. The stream is left open.</summary>
    public static void Write(Run run, Stream output)
    {
        ArgumentNullException.ThrowIfNull(run);
        using var text = new StreamWriter(output, new UTF8Encoding(false), 64 * 1024, leaveOpen: true);
        var page = new ReportPage(new HtmlWriter(text), new RunView(run), EvidenceRoom.Of(run));
        page.Html.DocumentType();
        using var document = page.Html.In("html", ("lang", "en"));
        using (page.Html.In("head"))
            WriteHead(page);
        using var body = page.Html.In("body");
        page.Html.Leaf("a", "Skip to what stands in the way", ("class", "skip-link"), ("href", "#obstacles"));
        using var main = page.Html.In("main");
        HeaderSection.Write(page);
        WriteContents(page);
        ObstaclesSection.Write(page);
        RequirementsSection.Write(page);
        UndecidedSection.Write(page);
        WaiversSection.Write(page);
        ScenariosSection.Write(page);
        AboutSection.Write(page);
    }

    private static void WriteHead(ReportPage page)
    {
        var html = page.Html;
        html.Void("meta", ("charset", "utf-8"));
        html.Void("meta", ("http-equiv", "Content-Security-Policy"), ("content", StyleSheet.Policy));
        html.Void("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
        html.Void("meta", ("name", "color-scheme"), ("content", "light dark"));
        html.Void("meta", ("name", "referrer"), ("content", "no-referrer"));
        // An empty icon of its own keeps a browser from asking a server for one.
        html.Void("link", ("rel", "icon"), ("href", "data:,"));
        html.Leaf("title", $"{Words.Of(page.Run.Verdict)}: {page.Run.Target.Name}");
        html.Style(StyleSheet.Text);
    }

    private static void WriteContents(ReportPage page)
    {
        using var contents = page.Html.In("nav", ("aria-label", "Contents"));
        page.Link("obstacles", "What stands in the way");
        page.Link("requirements", "Requirements");
        if (UndecidedSection.Has(page.Run))
            page.Link("undecided", "Not decided");
        if (WaiversSection.Has(page.Run))
            page.Link("waivers", "Waivers");
        page.Link("scenarios", "Scenarios");
        page.Link("about", "How to read it");
    }
}
