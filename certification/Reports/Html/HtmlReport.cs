using System.Net;
using System.Text;
using Harness.Certification.Runs;

namespace Harness.Certification.Reports.Html;

/// <summary>One self-contained page for people.</summary>
public static class HtmlReport
{
    /// <summary>Writes the run as UTF-8 HTML. The stream is left open.</summary>
    public static void Write(Run run, Stream output)
    {
        ArgumentNullException.ThrowIfNull(run);
        using var page = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true);
        page.Write("<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>Certification</title><h1>");
        page.Write(WebUtility.HtmlEncode($"{run.Target.Name}: {Words.Of(run.Verdict)}"));
        page.Write("</h1></html>");
    }
}
