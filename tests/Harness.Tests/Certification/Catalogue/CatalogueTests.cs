using Harness.Certification.Catalogue;
using NUnit.Framework;

namespace Harness.Tests.Certification.Catalogue;

[TestFixture]
public sealed class CatalogueTests
{
    [Test]
    public void A_catalogue_is_read_with_its_areas()
    {
        var requirements = TestSuite.Catalogue.Requirements;

        Assert.That(requirements.Select(it => it.Id), Is.EqualTo(["COM-01", "COM-02", "COM-03", "LAT-01"]));
        Assert.That(requirements[0], Is.EqualTo(
            new Requirement("COM-01", "Common", Level.Must, "responder", "api", "First.")));
        Assert.That(requirements[2].Binding, Is.False);
        Assert.That(requirements[3].Undecided, Is.EqualTo("Needs a lab."));
        Assert.That(TestSuite.Catalogue.OpenPoints.Single().Readings, Has.Count.EqualTo(2));
    }

    [Test]
    public void Every_error_is_said_with_its_line()
    {
        const string yaml = """
            areas:
              - area: Common
                requirements:
                  - {id: COM-01, level: MOST, role: responder, plane: api, text: "First."}
                  - {id: COM-01, level: MUST, role: responder, plane: api, text: "Again."}
                  - {id: com1, level: MUST, role: responder, plane: api, text: "Ill named."}
                  - {id: COM-04, level: MUST, role: responder, plane: api}
                  - {id: COM-05, level: MUST, role: responder, plane: api, text: "x", interpretaton: true}
                  - {id: COM-06, level: MUST, role: responder, plane: api, text: "x", interpretation: maybe}
            """;

        var errors = TestSuite.Errors(RequirementCatalogue.Load("req.yaml", yaml));

        Assert.That(errors, Is.EqualTo([
            "req.yaml:4: Expected level to be one of MUST, SHOULD, MAY, found \"MOST\"; did you mean \"MUST\"?",
            "req.yaml:5: The requirement COM-01 is already on line 4",
            "req.yaml:6: Expected an id such as COM-01, found \"com1\"",
            "req.yaml:7: Expected a \"text\", found none",
            "req.yaml:8: Unknown key \"interpretaton\"; did you mean \"interpretation\"?; known are id, level, role, "
                + "plane, text, interpretation, undecided, note",
            "req.yaml:9: Expected interpretation to be true or false, found \"maybe\"",
        ]));
    }

    [TestCase("areas: [", "req.yaml:2: Not YAML")]
    [TestCase("- a", "req.yaml:1: Expected one YAML document that is a mapping")]
    [TestCase("", "req.yaml:1: Expected one YAML document that is a mapping")]
    [TestCase("areas: []", "req.yaml:1: Expected a list with at least one item for \"areas\"")]
    [TestCase("areas: word", "req.yaml:1: Expected a list with at least one item for \"areas\"")]
    [TestCase("areas: [word]", "req.yaml:1: Expected a mapping in \"areas\", found \"word\"")]
    [TestCase("openPoints: []", "req.yaml:1: Expected a \"areas\", found none")]
    public void What_is_no_catalogue_is_refused(string yaml, string message)
    {
        Assert.That(TestSuite.Errors(RequirementCatalogue.Load("req.yaml", yaml))[0], Does.StartWith(message));
    }

    [Test]
    public void The_same_open_point_twice_is_refused()
    {
        var yaml = TestSuite.CatalogueYaml + "\n  - {id: key-used, text: \"Again.\", readings: [\"a\"]}";

        Assert.That(
            TestSuite.Errors(RequirementCatalogue.Load("req.yaml", yaml)).Single(),
            Does.EndWith("The open point \"key-used\" appears twice"));
    }
}
