using Harness.Certification.Loading;
using Harness.Certification.Selecting;
using Harness.Features.Hosting;
using NUnit.Framework;

namespace Harness.Tests.Features.Labs;

/// <summary>The suite about packets is whole: every step is bound, every requirement of the plane is decided.</summary>
public sealed class LabSuiteLoadTests
{
    private static readonly Suite Suite = ((Loaded<Suite>.Ready)FeatureSuite.LoadLab()).Value;

    [Test]
    public void Every_requirement_about_packets_is_decided_on_the_lab()
    {
        var data = ((Loaded<Suite>.Ready)FeatureSuite.Load()).Value.Catalogue.Requirements
            .Where(requirement => requirement.Plane == "data")
            .Select(requirement => requirement.Id);

        Assert.Multiple(() =>
        {
            Assert.That(Suite.Catalogue.Requirements.Select(it => it.Id), Is.SupersetOf(data));
            Assert.That(Suite.Catalogue.Requirements.Select(it => it.Undecided), Is.All.Null);
        });
    }

    [TestCase("@PRO-07", 3)]
    [TestCase("@DFE-02", 2)]
    [TestCase("@MIG-07", 2)]
    [TestCase("@MNT-08", 3)]
    [TestCase("@MAC-16", 3)]
    [TestCase("@MAC-19", 2)]
    public void A_requirement_about_packets_has_a_scenario_and_its_opposite(string tag, int scenarios) => Assert.That(
        ((Loaded<Harness.Certification.Planning.Plan>.Ready)Suite.Plan(new Selection(tag, [], []))).Value.Scenarios,
        Has.Count.EqualTo(scenarios));
}
