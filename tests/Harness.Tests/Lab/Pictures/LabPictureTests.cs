using System.Globalization;
using System.Xml.Linq;
using FsCheck.Fluent;
using Harness.Lab.Pictures;
using Harness.Lab.Topology;
using Harness.Lab.Wiring;
using NUnit.Framework;

namespace Harness.Tests.Lab.Pictures;

public sealed class LabPictureTests
{
    private static readonly XElement Default =
        XElement.Parse(LabPicture.Of(LabWiring.Of(BuiltInLabs.Load(BuiltInLabs.Default))));

    [Test]
    public void Every_device_site_and_channel_has_its_label()
    {
        var texts = Texts(Default).Select(text => text.Value).ToArray();

        Assert.That(texts, Is.SupersetOf(new[]
        {
            "aurora-a", "borealis-s", "red-aurora", "blue-borealis", "ix1", "ix3 (planned)", "ch4, LAG of 2", "west-2",
            "AS 65101, 10.0.1.0/24",
        }));
        Assert.That(texts, Has.Some.StartsWith("Maintenance of aurora deadlocks: ix1 [a,b,c,d] and "));
        Assert.That(texts, Has.Member("Maintenance of borealis in turn: p, then q, then r, then s"));
    }

    [Test]
    public void Channels_are_coloured_by_interconnect_and_planned_ones_are_dashed()
    {
        var wires = Default.Descendants().Where(it => it.Name.LocalName == "path")
            .Select(it => (Class: (string)it.Attribute("class")!, Style: (string?)it.Attribute("style")))
            .Where(it => it.Class.StartsWith("wire", StringComparison.Ordinal) || it.Class.StartsWith("lag"))
            .ToArray();

        Assert.That(wires, Has.Length.EqualTo(20), "two ways for each of ten channels");
        Assert.That(wires.Select(it => it.Style).Distinct().Count(), Is.EqualTo(3));
        Assert.That(wires.Count(it => it.Class == "wire planned"), Is.EqualTo(4));
        Assert.That(wires.Count(it => it.Class == "lag"), Is.EqualTo(4));
    }

    [Test]
    public void No_label_of_any_lab_covers_another_or_leaves_the_picture() => FsCheck.Check.QuickThrowOnFailure(
        Prop.ForAll(GeneratedLabs.Any, lab =>
        {
            var picture = XElement.Parse(LabPicture.Of(LabWiring.Of(lab)));
            var height = Number(picture, "height");
            var boxes = Texts(picture).Select(Extent).ToArray();
            return boxes.All(box => box.Bottom <= height) && boxes.Index().All(it => boxes.Skip(it.Index + 1).All(
                other => it.Item.Right <= other.Left || other.Right <= it.Item.Left
                    || it.Item.Bottom <= other.Top || other.Bottom <= it.Item.Top));
        }));

    [Test]
    public void Names_get_in_as_text_whatever_is_in_them()
    {
        var lab = BuiltInLabs.Load("ten");
        lab = lab with { Providers = [lab.Providers[0] with { DisplayName = "A <b> & \"c\"" }, lab.Providers[1]] };

        var picture = XElement.Parse(LabPicture.Of(LabWiring.Of(lab)));

        Assert.That(Texts(picture).Select(text => text.Value), Has.Member("A <b> & \"c\""));
        Assert.That(LabMermaid.Of(LabWiring.Of(lab)), Does.Contain("[\"A <b> & #quot;c#quot;, AS 64512\"]"));
    }

    [Test]
    public void A_flowchart_has_every_channel_and_attachment()
    {
        var lines = LabMermaid.Of(LabWiring.Of(BuiltInLabs.Load(BuiltInLabs.Default))).Split('\n');

        Assert.That(lines[0], Is.EqualTo("flowchart LR"));
        Assert.That(lines, Has.Member("  n_aurora_d == \"ix1/ch4 x2\" === n_borealis_s"));
        Assert.That(lines, Has.Member("  n_aurora_b -. \"ix3/ch1\" .- n_borealis_p"));
        Assert.That(lines, Has.Member("  n_red_aurora --- n_aurora_e").And.Member("  n_borealis_p --- n_red_borealis"));
        Assert.That(lines.Count(line => line.Contains("===") || line.Contains(".-")), Is.EqualTo(10));
    }

    private static IEnumerable<XElement> Texts(XElement picture) =>
        picture.Descendants().Where(it => it.Name.LocalName == "text");

    // As wide as the widest of usual fonts is for short words, and as high as a line.
    private static (double Left, double Top, double Right, double Bottom) Extent(XElement text)
    {
        var small = (string?)text.Attribute("class") is "small";
        var width = text.Value.Length * (small ? 6.4 : 7.2);
        var (x, y) = (Number(text, "x"), Number(text, "y"));
        var left = (string?)text.Attribute("text-anchor") is "middle" ? x - (width / 2) : x;
        return (left, y - (small ? 10 : 12), left + width, y + 3);
    }

    private static double Number(XElement element, string name) =>
        double.Parse((string)element.Attribute(name)!, CultureInfo.InvariantCulture);
}
