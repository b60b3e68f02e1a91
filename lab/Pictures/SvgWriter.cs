using System.Globalization;
using System.Text;
using System.Xml;

namespace Harness.Lab.Pictures;

/// <summary>Writes a picture as SVG that needs nothing from outside. Text only gets in encoded.</summary>
internal sealed class SvgWriter : IDisposable
{
    private const string Namespace = "http://www.w3.org/2000/svg";

    // Colours of interconnects, states and customers work on light and dark pages alike.
    private const string Sheet = """

        svg{color-scheme:light dark;--ink:#1a2230;--quiet:#566173;--line:#c3cad6;--card:#fff;--panel:#f4f6fa;
        --edge:#d3dae5}
        @media(prefers-color-scheme:dark){svg{--ink:#e5e9f0;--quiet:#9aa6b8;--line:#465266;--card:#181e27;
        --panel:#1f2733;--edge:#38424f}}
        text{font:13px system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","DejaVu Sans",sans-serif;fill:var(--ink)}
        .title{font-size:19px;font-weight:650}.strong{font-weight:650}.quiet{fill:var(--quiet)}
        .small{fill:var(--quiet);font-size:11.5px}.back{fill:var(--card)}
        .panel{fill:var(--panel);stroke:var(--edge)}.box{fill:var(--card);stroke:var(--line)}
        .wire{fill:none;stroke-width:2.4}.lag{fill:none;stroke-width:6}
        .core{fill:none;stroke:var(--card);stroke-width:2}
        .planned{stroke-dasharray:6 5;opacity:.75}.attachment{fill:none;stroke-width:1.5;opacity:.65}
        .grid{stroke:var(--edge);fill:none}.mark{stroke:var(--ink);fill:none;stroke-dasharray:3 4;opacity:.6}

        """;

    private readonly StringBuilder text = new();
    private readonly XmlWriter xml;

    /// <summary>Begins a picture.</summary>
    /// <param name="width">In pixels.</param>
    /// <param name="height">In pixels.</param>
    /// <param name="title">What it is, for who cannot see it.</param>
    /// <param name="description">What it shows, for who cannot see it.</param>
    public SvgWriter(double width, double height, string title, string description)
    {
        xml = XmlWriter.Create(text, new XmlWriterSettings
        {
            OmitXmlDeclaration = true, Indent = true, NewLineChars = "\n", ConformanceLevel = ConformanceLevel.Fragment,
        });
        xml.WriteStartElement("svg", Namespace);
        Attributes(("viewBox", $"0 0 {Number(width)} {Number(height)}"), ("width", Number(width)),
            ("height", Number(height)), ("role", "img"));
        Leaf("title", title);
        Leaf("desc", description);
        Leaf("style", Sheet);
        Box("back", 0, 0, width, height, round: 0);
    }

    /// <summary>Ends the picture.</summary>
    public string Finish()
    {
        xml.WriteEndElement();
        xml.Flush();
        return text.Append('\n').ToString();
    }

    /// <summary>A rectangle.</summary>
    public void Box(
        string cssClass, double x, double y, double width, double height, double round = 8, string? style = null,
        string? hint = null)
    {
        xml.WriteStartElement("rect", Namespace);
        Attributes(("class", cssClass), ("x", Number(x)), ("y", Number(y)), ("width", Number(width)),
            ("height", Number(height)), ("rx", Number(round)), ("style", style));
        if (hint is not null)
            Leaf("title", hint);
        xml.WriteEndElement();
    }

    /// <summary>A line of text.</summary>
    /// <param name="cssClass">Its class.</param>
    /// <param name="x">Where it is anchored.</param>
    /// <param name="y">Its base line.</param>
    /// <param name="line">The text.</param>
    /// <param name="anchor">Which part of it stands there: <c>start</c>, <c>middle</c> or <c>end</c>.</param>
    public void Text(string cssClass, double x, double y, string line, string anchor = "start") =>
        Leaf("text", line, ("class", cssClass), ("x", Number(x)), ("y", Number(y)), ("text-anchor", anchor));

    /// <summary>A path.</summary>
    public void Path(string cssClass, string data, string? colour = null) =>
        Leaf("path", "", ("class", cssClass), ("d", data), ("style", colour is null ? null : $"stroke:{colour}"));

    /// <summary>The way from one point to another that leaves and arrives level.</summary>
    public static string Curve(double x1, double y1, double x2, double y2)
    {
        var middle = Number((x1 + x2) / 2);
        return $"M{Number(x1)} {Number(y1)}C{middle} {Number(y1)} {middle} {Number(y2)} {Number(x2)} {Number(y2)}";
    }

    /// <summary>A number as SVG writes it.</summary>
    public static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public void Dispose() => xml.Dispose();

    private void Leaf(string tag, string content, params (string Name, string? Value)[] attributes)
    {
        xml.WriteStartElement(tag, Namespace);
        Attributes(attributes);
        if (content.Length > 0)
            xml.WriteString(content);
        xml.WriteEndElement();
    }

    private void Attributes(params (string Name, string? Value)[] attributes)
    {
        foreach (var (name, value) in attributes.Where(attribute => attribute.Value is not null))
            xml.WriteAttributeString(name, value);
    }
}
