using System.Text;
using Harness.Certification.Runs;

namespace Harness.Certification.Reports.Html;

/// <summary>
/// Shows a scenario's figures as images: a browser runs nothing and loads nothing for those, so that a picture out of
/// a run.json from anywhere cannot do harm.
/// </summary>
internal static class FigureImages
{
    public static void Write(HtmlWriter html, ScenarioResult scenario)
    {
        foreach (var figure in scenario.Figures)
        {
            using var element = html.In("figure");
            html.Leaf("figcaption", figure.Title);
            var data = Convert.ToBase64String(Encoding.UTF8.GetBytes(figure.Svg));
            using (html.In("div", ("class", "scroll"), ("tabindex", "0"), ("role", "group"),
                ("aria-label", figure.Title)))
                html.Void("img", ("src", $"data:image/svg+xml;base64,{data}"), ("alt", figure.Alternative));
        }
    }
}
