using Harness.Certification.Verdicts;

namespace Harness.Certification.Reports.Html;

/// <summary>How many came to which verdict: a bar for the eye, and the same in words.</summary>
internal static class CountsBar
{
    private const double Width = 1000;

    private static readonly Verdict?[] _order =
        [Verdict.Fail, Verdict.Error, Verdict.Inconclusive, Verdict.Skip, Verdict.Warn, Verdict.Pass, null];

    public static void Write(HtmlWriter html, string title, IReadOnlyCollection<(Verdict? Verdict, bool Waived)> all)
    {
        var counts = _order
            .SelectMany(verdict => new[] { (Verdict: verdict, Waived: false), (Verdict: verdict, Waived: true) })
            .Select(kind => (kind.Verdict, kind.Waived, Count: all.Count(one => one == kind)))
            .Where(kind => kind.Count > 0)
            .ToList();
        using var box = html.In("div", "counts");
        using (html.In("h2"))
        {
            html.Leaf("strong", $"{all.Count}");
            html.Text($" {title}");
        }

        using (html.In("svg", ("class", "bar"), ("viewBox", $"0 0 {Width} 10"), ("preserveAspectRatio", "none"),
            ("aria-hidden", "true")))
        {
            var x = 0.0;
            foreach (var (verdict, waived, count) in counts)
            {
                var width = Width * count / all.Count;
                html.Leaf("rect", "", ("class", Badge.Class(verdict, waived)), ("x", HtmlWriter.Number(x)),
                    ("width", HtmlWriter.Number(width)), ("height", "10"));
                x += width;
            }
        }

        using var list = html.In("ul", "legend");
        foreach (var (verdict, waived, count) in counts)
        {
            using var item = html.In("li", Badge.Class(verdict, waived));
            html.Leaf("strong", $"{count}");
            html.Text($" {(waived ? "waived" : Words.Of(verdict))}");
        }
    }
}
