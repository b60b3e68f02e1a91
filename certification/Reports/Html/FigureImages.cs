using System.Text;
using Harness.Certification.Runs;

namespace Harness.Certification.Reports.Html;

/// <summary>
/// Shows figures as images: a browser runs nothing and loads nothing for those, so that a picture out of
/// a run.json from anywhere cannot do harm.
/// </summary>
internal static class FigureImages
{
    /// <summary>Shows them in their own size, to be scrolled where there is less room.</summary>
    public static void Write(HtmlWriter html, IReadOnlyList<Figure> figures) => Write(html, figures, "scrolled");

    /// <summary>Shows them as wide as the page, where they would be wider.</summary>
    public static void WriteFitted(HtmlWriter html, IReadOnlyList<Figure> figures) => Write(html, figures, "fitted");

    private static void Write(HtmlWriter html, IReadOnlyList<Figure> figures, string cssClass)
    {
        foreach (var figure in figures)
        {
            using var element = html.In("figure", cssClass);
            html.Leaf("figcaption", figure.Title);
            var data = Convert.ToBase64String(Encoding.UTF8.GetBytes(figure.Svg));
            using (html.In("div", ("class", "scroll"), ("tabindex", "0"), ("role", "group"),
                ("aria-label", figure.Title)))
                html.Void("img", ("src", $"data:image/svg+xml;base64,{data}"), ("alt", figure.Alternative));
        }
    }
}
