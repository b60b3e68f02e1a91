using Harness.Certification.Reports.Html;

namespace Harness.Certification.Linearizability;

/// <summary>Writes a timeline as SVG that needs nothing from outside, for light and dark pages.</summary>
internal sealed class TimelineDrawing(
    HtmlWriter html,
    TimelineLayout layout,
    IReadOnlyDictionary<int, TimelineText> texts)
{
    /// <summary>Where lanes begin; to the left of it stand the names of the clients.</summary>
    public const double Gutter = 150;

    /// <summary>The picture is at least so wide, as a page is.</summary>
    public const double LeastWidth = 900;

    private const double Top = 62;
    private const double RowHeight = 48;
    private const double BarHeight = 40;
    private const double LaneGap = 8;
    private const double LineHeight = 20;
    private const double LetterWidth = 6.4;

    private const string Sheet =
        """
        svg{color-scheme:light dark;--ink:#1a2230;--quiet:#566173;--line:#dde2ea;--card:#fff;--band:#f7f8fa;
        --bar:#eceff4;--edge:#ccd3dd;--core:#fde8e8;--bold:#c92632;--deep:#a8141e}
        @media(prefers-color-scheme:dark){svg{--ink:#e5e9f0;--quiet:#9aa6b8;--line:#2c3542;--card:#181e27;
        --band:#1c232e;--bar:#252d39;--edge:#465266;--core:#3d1a1e;--bold:#e0505a;--deep:#ff9ca2}}
        text{font:12.5px system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","DejaVu Sans",sans-serif;
        fill:var(--ink)}
        .back{fill:var(--card)}.band{fill:var(--band)}.title{font-size:16px;font-weight:650}
        .quiet,.pale text{fill:var(--quiet)}.client{font-weight:600}
        .pale rect,.pale path{fill:var(--bar);stroke:var(--edge)}
        .core rect,.core path{fill:var(--core);stroke:var(--bold);stroke-width:2}.core .asked{font-weight:650}
        .core .answered{fill:var(--deep);font-weight:600}.lost path{stroke-dasharray:5 4}
        .core circle,.key circle{fill:var(--bold)}
        .core .letter,.key .letter{fill:var(--card);font-weight:700;font-size:11px}
        .guide{stroke:var(--bold);stroke-dasharray:2 4;opacity:.45;fill:none}
        """;

    private double LanesEnd => Top + (layout.Rows * RowHeight) + (layout.Lanes.Count * LaneGap);

    /// <summary>Writes the whole picture.</summary>
    public void Write(string title, Explanation explanation)
    {
        var words = explanation.Reasons.SelectMany(Wrapped).ToList();
        var height = LanesEnd + 44 + (words.Count * LineHeight) + 10;
        using var picture = html.In("svg", ("xmlns", "http://www.w3.org/2000/svg"), ("role", "img"),
            ("viewBox", $"0 0 {Number(layout.Width)} {Number(height)}"),
            ("width", Number(layout.Width)), ("height", Number(height)));
        html.Leaf("title", title);
        html.Leaf("desc", explanation.Text);
        html.Style(Sheet);
        Box("back", 0, 0, layout.Width, height, 0);
        Text("title", 16, 28, title);
        Text("quiet", 16, 47, explanation.Headline.TrimEnd(':') + ".");
        foreach (var (at, lane) in layout.Lanes.Index())
            WriteLane(lane, at);
        WriteGuides();
        foreach (var bar in layout.Bars.OrderBy(bar => texts[bar.Id].Letter is null ? 0 : 1))
            WriteBar(bar);
        WriteKey(LanesEnd + 22);
        foreach (var (at, line) in words.Index())
            Text("reason", 16, LanesEnd + 54 + (at * LineHeight), line);
    }

    private double TopOf(int row)
    {
        var lane = layout.Lanes.Index().Last(it => it.Item.FirstRow <= row).Index;
        return Top + (row * RowHeight) + (lane * LaneGap) + ((RowHeight - BarHeight + LaneGap) / 2);
    }

    private void WriteLane(TimelineLane lane, int at)
    {
        var top = Top + (lane.FirstRow * RowHeight) + (at * LaneGap);
        Box("band", 0, top + 3, layout.Width, (lane.Rows * RowHeight) + LaneGap - 6, 0);
        Text("client", 16, TopOf(lane.FirstRow) + (BarHeight / 2) + 4, TimelineText.Fitted(lane.Client));
    }

    // A line down from where the core's intervals begin and end shows at a glance what overlaps.
    private void WriteGuides()
    {
        foreach (var bar in layout.Bars.Where(bar => texts[bar.Id].Letter is not null))
        {
            foreach (var x in new[] { bar.Left, bar.Right })
                html.Leaf("path", "", ("class", "guide"), ("d", $"M{Number(x)} {Number(Top)}V{Number(LanesEnd)}"));
        }
    }

    private void WriteBar(TimelineBar bar)
    {
        var text = texts[bar.Id];
        var top = TopOf(bar.Row);
        using var group = html.In("g", $"{(text.Letter is null ? "pale" : "core")}{(IsLost(text) ? " lost" : "")}");
        if (IsLost(text))
            html.Leaf("path", "", ("d", Open(bar, top)));
        else
            Box(null, bar.Left, top, bar.Right - bar.Left, BarHeight, 6);
        var left = bar.Left + 10;
        if (text.Letter is { } letter)
        {
            Badge(left + 8, top + (BarHeight / 2), letter);
            left += 24;
        }

        Text("asked", left, top + 17, text.Asked);
        Text("answered", left, top + 33, $"\u2192 {text.Answered ?? TimelineText.NoAnswer}");
    }

    private void WriteKey(double y)
    {
        using var key = html.In("g", "key");
        Badge(24, y - 4, "A");
        Text("quiet", 38, y, "contradict one another");
        using (html.In("g", "pale"))
            Box(null, 212, y - 12, 24, 15, 4);
        Text("quiet", 242, y, "not needed, whatever the answer");
        if (!texts.Values.Any(IsLost))
            return;
        using (html.In("g", "pale lost"))
            html.Leaf("path", "", ("d", $"M494 {Number(y - 12)}h-20q-4 0 -4 4v7q0 4 4 4h20"));
        Text("quiet", 500, y, "no answer: happened at some time after its call, or never");
    }

    private static bool IsLost(TimelineText text) => text.Answered is null;

    // Without an end to the right: nobody knows it.
    private static string Open(TimelineBar bar, double top)
    {
        var width = Number(bar.Right - bar.Left - 6);
        return $"M{Number(bar.Right)} {Number(top)}h-{width}q-6 0 -6 6v{Number(BarHeight - 12)}q0 6 6 6h{width}";
    }

    private IEnumerable<string> Wrapped(string text)
    {
        var most = (int)((Math.Min(layout.Width, LeastWidth * 1.4) - 32) / LetterWidth);
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > most)
            {
                yield return line;
                line = "    ";
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        yield return line;
    }

    private void Badge(double x, double y, string letter)
    {
        html.Leaf("circle", "", ("cx", Number(x)), ("cy", Number(y)), ("r", "9"));
        html.Leaf("text", letter, ("class", "letter"), ("x", Number(x)), ("y", Number(y + 4)),
            ("text-anchor", "middle"));
    }

    private void Box(string? cssClass, double x, double y, double width, double height, double round) =>
        html.Leaf("rect", "", ("class", cssClass ?? "bar"), ("x", Number(x)), ("y", Number(y)),
            ("width", Number(width)), ("height", Number(height)), ("rx", Number(round)));

    private void Text(string cssClass, double x, double y, string text) =>
        html.Leaf("text", text, ("class", cssClass), ("x", Number(x)), ("y", Number(y)));

    private static string Number(double value) => HtmlWriter.Number(value);
}
