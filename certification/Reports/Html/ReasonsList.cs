namespace Harness.Certification.Reports.Html;

/// <summary>The run's own reasons for its verdict. Many are folded: each has its card below.</summary>
internal static class ReasonsList
{
    private const int AtOnce = 5;

    public static void Write(HtmlWriter html, IReadOnlyList<string> reasons)
    {
        if (reasons.Count == 0)
            return;
        if (reasons.Count <= AtOnce)
        {
            WriteList(html, reasons);
            return;
        }

        using var folded = html.In("details", "reasons");
        html.Leaf("summary", $"All {reasons.Count} reasons in one list");
        WriteList(html, reasons);
    }

    private static void WriteList(HtmlWriter html, IReadOnlyList<string> reasons)
    {
        using var list = html.In("ul", "reasons");
        foreach (var reason in reasons)
            html.Leaf("li", reason);
    }
}
