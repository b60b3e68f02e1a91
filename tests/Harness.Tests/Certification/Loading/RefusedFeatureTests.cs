using Harness.Certification.Bindings;
using NUnit.Framework;

namespace Harness.Tests.Certification.Loading;

[TestFixture]
public sealed class RefusedFeatureTests
{
    [TestCase("Feature: X\n  Scenario: Y\n    Thn do nothing", 2,
        "Expected a step after \"Y\", found \"Thn do nothing\"; begin a remark with #")]
    [TestCase("Feature: X\n  Scenario: Y\n    Given do nothing\n    Thn do nothing", 4, "Not Gherkin: expected: ")]
    [TestCase("Scenario: Y", 1, "Not Gherkin: expected: ")]
    [TestCase("", 1, "Expected a feature, found none")]
    [TestCase("Feature: X", 1, "Expected scenarios in \"X\", found none")]
    [TestCase("Feature:\n  @COM-01\n  Scenario: Y\n    Then do nothing", 1, "Expected a title after \"Feature:\"")]
    [TestCase("Feature: X\n  @COM-01\n  Scenario:\n    Then do nothing", 3, "Expected a title for the scenario")]
    [TestCase("Feature: X\n  @COM-01\n  Scenario: Y\n", 3, "\"Y\" checks nothing: it has no Then step")]
    [TestCase("Feature: X\n  @COM-01\n  Scenario: Y\n    Given do nothing", 3, "\"Y\" checks nothing")]
    [TestCase("Feature: X\n  Scenario: Y\n    Then do nothing", 2, "\"Y\" decides no requirement")]
    [TestCase("Feature: X\n  @slow\n  Scenario: Y\n    Then do nothing", 3, "\"Y\" decides no requirement")]
    [TestCase("Feature: X\n  @COM-01 @slwo\n  Scenario: Y\n    Then do nothing", 2,
        "Unknown tag @slwo; did you mean \"@slow\"?")]
    [TestCase("Feature: X\n  @COM-11\n  Scenario: Y\n    Then do nothing", 2,
        "There is no requirement COM-11 in req.yaml; did you mean \"COM-01\"?")]
    [TestCase("Feature: X\n  @COM-01\n  Scenario: Y\n    Then du nothing", 4,
        "No step definition matches \"du nothing\"; the nearest is \"do {word}\"")]
    [TestCase("Feature: X\n  @COM-01\n  Scenario Outline: Y\n    Then do nothing\n    Examples:\n      | a |", 3,
        "\"Y\" has no rows of examples")]
    [TestCase("Feature: X\n  @COM-01\n  Scenario Outline: Y\n    Then do <wat>\n    Examples:\n    | what |\n    | x |",
        4, "The examples have no column \"wat\"; did you mean \"what\"?")]
    [TestCase("Feature: X\n  @COM-01\n  Scenario: Y\n    Then do nothing\n      | a | a |", 5,
        "The column \"a\" appears twice in the table's header")]
    [TestCase("# language: de\nFunktionalität: X\n  @COM-01\n  Szenario: Y\n    Dann do nothing", 2,
        "Expected English keywords, found \"de\"")]
    public void A_feature_that_could_hide_something_is_refused(string feature, int line, string message)
    {
        var errors = TestSuite.Errors(TestSuite.Load([feature, TestSuite.Filler]));

        Assert.That(errors, Has.Some.StartsWith($"f1.feature:{line}: {message}"));
    }

    [Test]
    public void Every_error_of_every_file_is_said_at_once()
    {
        const string broken = "Feature: X\n  @slwo\n  Scenario: Y\n    Then du nothing";

        var errors = TestSuite.Errors(TestSuite.Load([broken, TestSuite.Filler, broken.Replace('X', 'Z')]));

        Assert.That(errors.Select(it => it.Split(':')[0]).Distinct(), Is.EqualTo(["f1.feature", "f3.feature"]));
        Assert.That(errors, Has.Count.EqualTo(6));
    }

    [Test]
    public void No_features_at_all_are_refused()
    {
        var errors = TestSuite.Errors(TestSuite.Load([]));

        Assert.That(errors, Has.Some.EqualTo("features: Expected feature files, found none"));
    }

    [Test]
    public void Two_scenarios_of_one_name_are_refused()
    {
        var twice = TestSuite.Filler + "\n" + string.Join('\n', TestSuite.Filler.Split('\n').Skip(1));

        Assert.That(TestSuite.Errors(TestSuite.Load([twice])), Is.EqualTo([
            "f1.feature:6: The scenario \"Everything else\" of \"Filler\" is already at f1.feature:3",
        ]));
    }

    [Test]
    public void Two_features_of_one_title_are_refused()
    {
        var other = TestSuite.Filler.Replace("Everything", "Nothing");

        Assert.That(TestSuite.Errors(TestSuite.Load([TestSuite.Filler, other])), Is.EqualTo([
            "f2.feature:1: The feature title \"Filler\" is already that of f1.feature",
        ]));
    }

    [Test]
    public void A_requirement_that_no_scenario_decides_is_refused_at_its_line()
    {
        var errors = TestSuite.Errors(TestSuite.Load([TestSuite.Filler.Replace("@COM-02 ", "")]));

        Assert.That(errors, Is.EqualTo([
            "req.yaml:5: No scenario decides COM-02: add one, or say why in \"undecided\"",
        ]));
    }

    [Test]
    public void A_requirement_that_is_both_decided_and_undecided_is_refused()
    {
        var errors = TestSuite.Errors(TestSuite.Load([TestSuite.Filler.Replace("@COM-02", "@COM-02 @LAT-01")]));

        Assert.That(errors, Is.EqualTo([
            "req.yaml:9: LAT-01 is \"undecided\" but a scenario decides it: remove one of both",
        ]));
    }

    [Test]
    public void A_step_of_another_kind_is_refused_with_the_kind_it_has()
    {
        const string feature = "Feature: X\n  @COM-01\n  Scenario: Y\n    Given it is seen\n    Then it is seen";

        var errors = TestSuite.Errors(
            TestSuite.Load([feature, TestSuite.Filler], typeof(ScriptedSteps), typeof(ThenSteps)));

        Assert.That(errors, Is.EqualTo([
            "f1.feature:4: \"it is seen\" is a Given step, but ThenSteps.See \"it is seen\" is one of kind Then",
        ]));
    }

    [Test]
    public void An_ambiguous_step_is_refused_with_every_match()
    {
        var errors = TestSuite.Errors(
            TestSuite.Load([TestSuite.Filler], typeof(ScriptedSteps), typeof(AmbiguousSteps)));

        Assert.That(errors, Is.EqualTo([
            "f1.feature:4: \"do nothing\" matches 2 step definitions, expected one: "
                + "ScriptedSteps.Do \"do {word}\", AmbiguousSteps.Do \"do nothing\"",
        ]));
    }

    [Test]
    public void A_step_definition_that_no_step_uses_is_refused()
    {
        var errors = TestSuite.Errors(TestSuite.Load([TestSuite.Filler], typeof(ScriptedSteps), typeof(ThenSteps)));

        Assert.That(errors, Is.EqualTo([
            "ThenSteps.See: No step uses \"it is seen\" of kind Then: remove it, or use it",
        ]));
    }

    [Binding]
    internal sealed class ThenSteps
    {
        [Then("it is seen")]
        public static void See() => throw new NotSupportedException();
    }

    [Binding]
    internal sealed class AmbiguousSteps
    {
        [Then("do nothing")]
        public static void Do() => throw new NotSupportedException();
    }
}
