using Harness.Lab.Topology;
using Harness.Lab.Wiring;
using NUnit.Framework;

namespace Harness.Tests.Lab.Topology;

public sealed class BuiltInLabsTests
{
    [TestCase("default", 13)]
    [TestCase("ten", 10)]
    [TestCase("twenty", 20)]
    public void A_built_in_lab_has_as_many_routers_as_it_says(string name, int routers)
    {
        var lab = BuiltInLabs.Load(name);

        Assert.That(lab.Name, Is.EqualTo(name));
        Assert.That(LabWiring.Of(lab).Routers.Count(), Is.EqualTo(routers));
    }

    [Test]
    public void All_of_them_are_listed() =>
        Assert.That(BuiltInLabs.Names, Is.EqualTo(new[] { "default", "ten", "twenty" }));

    [Test]
    public void The_default_lab_has_two_interconnects_of_four_channels_and_a_planned_one()
    {
        var lab = BuiltInLabs.Load(BuiltInLabs.Default);

        Assert.That(lab.Wired.Select(it => it.Channels.Count), Is.EqualTo(new[] { 4, 4 }));
        Assert.That(lab.Interconnects.Where(it => it.Planned).Select(it => it.Id), Is.EqualTo(new[] { "ix3" }));
    }

    [Test]
    public void An_unknown_name_is_answered_with_the_known_ones() => Assert.That(
        () => BuiltInLabs.Load("tiny"),
        Throws.ArgumentException.With.Message.Contains("Expected one of default, ten, twenty, found tiny"));
}
