using Harness.Certification.Bindings;
using NUnit.Framework;

namespace Harness.Tests.Certification.Loading;

[TestFixture]
public sealed class SuiteTests
{
    [Test]
    public void A_scenario_has_its_background_its_tags_and_its_place()
    {
        var suite = TestSuite.Of("""
            @slow
            Feature: Places
              Background:
                Given do nothing
              @COM-01 @COM-02
              Scenario: One
                When do nothing
                Then do nothing
            """);

        var scenario = suite.Scenarios[0];

        Assert.That(scenario.Id, Is.EqualTo("f1.feature:6"));
        Assert.That(scenario.Feature, Is.EqualTo("Places"));
        Assert.That(scenario.Tags, Is.EqualTo(["@slow", "@COM-01", "@COM-02"]));
        Assert.That(scenario.Requirements, Is.EqualTo(["COM-01", "COM-02"]));
        Assert.That(scenario.Steps.Select(it => (it.Keyword, it.Line)), Is.EqualTo([
            ("Given", 4), ("When", 7), ("Then", 8),
        ]));
    }

    [Test]
    public void An_outline_is_one_scenario_per_row()
    {
        var suite = TestSuite.Of("""
            Feature: Outlines
              @COM-01
              Scenario Outline: VLAN <vlan>
                Then do <what>
                @slow
                Examples:
                  | vlan | what    |
                  | 1024 | nothing |
                Examples:
                  | vlan | what    |
                  | 4095 | nothing |
              @COM-01
              Scenario Outline: Sizes
                Then do <what>
                Examples:
                  | size | what    |
                  | 1    | nothing |
            """);

        Assert.That(
            suite.Scenarios.Take(3).Select(it => (it.Id, it.Name)),
            Is.EqualTo([
                ("f1.feature:8", "VLAN 1024"),
                ("f1.feature:11", "VLAN 4095"),
                ("f1.feature:17", "Sizes (size: 1, what: nothing)"),
            ]));
        Assert.That(suite.Scenarios[0].Tags, Is.EqualTo(["@COM-01", "@slow"]));
        Assert.That(suite.Scenarios[1].Tags, Is.EqualTo(["@COM-01"]));
        Assert.That(suite.Scenarios[0].Steps[0].Text, Is.EqualTo("do nothing"));
    }

    [Test]
    public void Tables_and_doc_strings_belong_to_their_steps_and_are_filled_in()
    {
        var suite = TestSuite.Of(
            """
            Feature: Arguments
              @COM-01
              Scenario Outline: <x>
                Given the table
                  | a   | b |
                  | <x> | 2 |
                Then the text
                  '''
                  {"a": <x>}
                  '''
                Examples:
                  | x |
                  | 7 |
            """.Replace("'''", "\"\"\""),
            typeof(ArgumentSteps));

        Assert.That(suite.Scenarios[0].Steps[0].Argument, Is.EqualTo("| a | b |\n| 7 | 2 |"));
        Assert.That(suite.Scenarios[0].Steps[1].Argument, Is.EqualTo("{\"a\": 7}"));
    }

    [Test]
    public void And_and_but_take_after_the_step_before_them()
    {
        var suite = TestSuite.Load(
            [TestSuite.Filler.Replace("Then do nothing", "When acted\nThen seen\nAnd seen\nBut seen\n* seen")],
            typeof(KindSteps));

        Assert.That(TestSuite.Ready(suite).Scenarios[0].Steps, Has.Count.EqualTo(5));
    }

    [Binding]
    internal sealed class ArgumentSteps
    {
        [Given("the table")]
        public static void Table(DataTable table) => Assert.That(table, Is.Not.Null);

        [Then("the text")]
        public static void Text(string text) => Assert.That(text, Is.Not.Null);
    }

    [Binding]
    internal sealed class KindSteps
    {
        [When("acted")]
        public static void Act() => throw new NotSupportedException();

        [Then("seen")]
        public static void See() => throw new NotSupportedException();
    }
}
