using System.Buffers;
using System.Globalization;

namespace Harness.Certification.Reports.Html;

/// <summary>
/// Writes elements. Text and attribute values can only get in encoded, so that nothing a target sends becomes markup.
/// </summary>
internal sealed class HtmlWriter(TextWriter output)
{
    // All that ends text or a double-quoted value. The general encoders also turn every quote of a JSON body into six
    // characters, which doubles the page.
    private static readonly SearchValues<char> _special = SearchValues.Create("&<>\"");

    /// <summary>Writes the document type; comes first.</summary>
    public void DocumentType() => output.Write("<!DOCTYPE html>\n");

    /// <summary>Opens an element, which closes with the scope.</summary>
    public Scope In(string tag, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Start(tag, attributes);
        return new Scope(output, tag);
    }

    /// <summary>Opens an element with only a class.</summary>
    public Scope In(string tag, string cssClass) => In(tag, ("class", cssClass));

    /// <summary>Writes an element that holds only text.</summary>
    public void Leaf(string tag, string text, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        using (In(tag, attributes))
            Text(text);
    }

    /// <summary>Writes an element that holds only text and has only a class.</summary>
    public void Leaf(string tag, string text, string cssClass) => Leaf(tag, text, ("class", cssClass));

    /// <summary>Writes an element that HTML knows to be empty, such as <c>meta</c>.</summary>
    public void Void(string tag, params ReadOnlySpan<(string Name, string Value)> attributes) => Start(tag, attributes);

    /// <summary>Writes text.</summary>
    public void Text(string text) => Encode(text, quotes: false);

    /// <summary>Writes the one style sheet, which is ours and needs no encoding.</summary>
    public void Style(string sheet)
    {
        output.Write("<style>");
        output.Write(sheet);
        output.Write("</style>\n");
    }

    /// <summary>A number as an attribute of a picture.</summary>
    public static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private void Start(string tag, ReadOnlySpan<(string Name, string Value)> attributes)
    {
        output.Write('<');
        output.Write(tag);
        foreach (var (name, value) in attributes)
        {
            output.Write(' ');
            output.Write(name);
            output.Write("=\"");
            Encode(value, quotes: true);
            output.Write('"');
        }

        output.Write('>');
    }

    private void Encode(string text, bool quotes)
    {
        var rest = PlainText.Visible(text).AsSpan();
        for (var i = rest.IndexOfAny(_special); i >= 0; i = rest.IndexOfAny(_special))
        {
            output.Write(rest[..i]);
            output.Write(rest[i] switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                _ => quotes ? "&quot;" : "\"",
            });
            rest = rest[(i + 1)..];
        }

        output.Write(rest);
    }

    /// <summary>An element that is open; disposing of it writes the end tag.</summary>
    internal readonly struct Scope(TextWriter output, string tag) : IDisposable
    {
        public void Dispose()
        {
            output.Write("</");
            output.Write(tag);
            // A line each for what a person looks for in the source; elsewhere a line end would become a space.
            output.Write(tag is "section" or "article" or "details" or "tr" or "li" or "p" or "svg" ? ">\n" : ">");
        }
    }
}
