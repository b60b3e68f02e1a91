using System.Globalization;
using System.Xml.Linq;
using Harness.Certification.Linearizability;
using Harness.Tests.Certification.Reports;
using NUnit.Framework;
using static Harness.Tests.Certification.Linearizability.SeatsModel;

namespace Harness.Tests.Certification.Linearizability;

[TestFixture]
public sealed class TimelinePictureTests
{
    private static readonly XNamespace _svg = "http://www.w3.org/2000/svg";

    [Test]
    public void The_core_is_lettered_and_the_others_are_pale()
    {
        var svg = Draw(Violations.DoubleGrant);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Groups(svg, "core").Select(Words), Is.EqualTo(
                ["A take seat 0 \u2192 granted", "B take seat 1 \u2192 granted", "C take seat 2 \u2192 granted"]));
            Assert.That(Groups(svg, "pale").Select(Words), Has.Some.EqualTo("take seat 3 \u2192 full"));
            Assert.That(Groups(svg, "pale lost").Select(Words), Has.Some.EqualTo("leave seat 3 \u2192 no answer"));
        }
    }

    [Test]
    public void Each_client_has_a_lane()
    {
        var clients = Draw(Violations.DoubleGrant).Descendants(_svg + "text")
            .Where(text => (string?)text.Attribute("class") == "client")
            .Select(text => text.Value);

        Assert.That(clients, Is.EqualTo(Enumerable.Range(1, 6).Select(client => $"connection {client}")));
    }

    [Test]
    public void Bars_overlap_in_the_picture_exactly_where_the_operations_did()
    {
        var bars = Groups(Draw(Violations.DoubleGrant), "core").Concat(Groups(Draw(Violations.DoubleGrant), "pale"))
            .Where(group => group.Element(_svg + "text") is not null)
            .ToDictionary(Words, Span);
        var first = bars["A take seat 0 \u2192 granted"];
        var second = bars["B take seat 1 \u2192 granted"];
        var third = bars["C take seat 2 \u2192 granted"];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(first.Right, Is.LessThan(second.Left));
            Assert.That(third.Left, Is.GreaterThan(second.Left).And.LessThan(second.Right));
            Assert.That(third.Right, Is.GreaterThan(second.Right));
        }
    }

    [Test]
    public void What_a_target_says_becomes_no_markup()
    {
        var history = Histories.Of<Ask, string>(
            (Rendered.Hostile, new Ask.Count(), Rendered.Hostile, 1, 2));

        var svg = Draw(history);

        Assert.That(svg.Descendants().Select(it => it.Name.LocalName).Distinct(), Is.SubsetOf(
            ["title", "desc", "style", "rect", "text", "path", "g", "circle"]));
    }

    [Test]
    public void The_picture_has_its_words_beside_it()
    {
        var model = new SeatsModel(2);
        var minimal = Violations.Minimal(model, Violations.DoubleGrant);
        var explanation = Explanation.Of(model, minimal, new ViolationContext(["CON-13"]));

        var figure = TimelinePicture.Of(model, minimal, explanation);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(figure.Title, Is.EqualTo("2 seats: p"));
            Assert.That(figure.Alternative, Is.EqualTo(explanation.Text));
            Assert.That(figure.Svg, Does.Contain(explanation.Reasons[0]));
        }
    }

    private static XElement Draw(History<Ask, string> history)
    {
        var model = new SeatsModel(2);
        var minimal = Violations.Minimal(model, history);
        var explanation = Explanation.Of(model, minimal, new ViolationContext([]));
        return XElement.Parse(TimelinePicture.Of(model, minimal, explanation).Svg);
    }

    private static IEnumerable<XElement> Groups(XElement svg, string cssClass) =>
        svg.Elements(_svg + "g").Where(group => (string?)group.Attribute("class") == cssClass);

    private static string Words(XElement group) =>
        string.Join(' ', group.Elements(_svg + "text").Select(text => text.Value));

    private static (double Left, double Right) Span(XElement group)
    {
        var bar = group.Element(_svg + "rect")!;
        var left = Number(bar, "x");
        return (left, left + Number(bar, "width"));
    }

    private static double Number(XElement element, string name) =>
        double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);
}
