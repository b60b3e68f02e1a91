namespace Harness.Certification.Reports.Html;

/// <summary>A choice between everything and what did not pass. The style sheet does the work: no script runs.</summary>
internal static class Filter
{
    public static void Write(HtmlWriter html, string name, string legend)
    {
        using var set = html.In("fieldset", "filter");
        html.Leaf("legend", legend);
        Choice(html, name, "all", "All", on: true);
        Choice(html, name, "open", "Only what did not pass", on: false);
    }

    private static void Choice(HtmlWriter html, string name, string value, string label, bool on)
    {
        using var box = html.In("label");
        if (on)
            html.Void("input", ("type", "radio"), ("name", name), ("class", value), ("checked", ""));
        else
            html.Void("input", ("type", "radio"), ("name", name), ("class", value));
        html.Text(label);
    }
}
