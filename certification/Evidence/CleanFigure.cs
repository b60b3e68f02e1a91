using System.Xml.Linq;
using Harness.Certification.Runs;

namespace Harness.Certification.Evidence;

/// <summary>Takes the secrets out of pictures, text by text, so that what is left is still a picture.</summary>
internal static class CleanFigure
{
    /// <summary>The same picture without what the redactor knows or finds.</summary>
    /// <exception cref="System.Xml.XmlException">The picture is not well-formed.</exception>
    public static Figure Of(Figure figure, Redactor redactor)
    {
        var svg = XElement.Parse(figure.Svg, LoadOptions.PreserveWhitespace);
        foreach (var text in svg.DescendantNodes().OfType<XText>())
            text.Value = redactor.Text(text.Value);
        foreach (var attribute in svg.DescendantsAndSelf().Attributes().Where(it => !it.IsNamespaceDeclaration))
            attribute.Value = redactor.Text(attribute.Value);
        return new Figure(
            redactor.Text(figure.Title),
            svg.ToString(SaveOptions.DisableFormatting),
            redactor.Text(figure.Alternative));
    }
}
