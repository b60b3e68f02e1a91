using Harness.Certification.Selecting;
using NUnit.Framework;

namespace Harness.Tests.Certification.Planning;

[TestFixture]
public sealed class PlanTests
{
    private const string Feature = """
        Feature: Plans
          @COM-01 @slow
          Scenario: One
            Then do nothing
          @COM-02
          Scenario: Two
            Then do nothing
          @COM-02 @COM-03
          Scenario: Three
            Then do nothing
        """;

    [Test]
    public void Everything_is_planned_in_the_order_of_the_files()
    {
        var plan = TestSuite.Ready(TestSuite.Of(Feature).Plan(Selection.Everything));

        Assert.That(plan.Scenarios.Select(it => it.Name), Is.EqualTo(["One", "Two", "Three", "Everything else"]));
        Assert.That(plan.IsWhole, Is.True);
    }

    [Test]
    public void Tags_and_requirements_select_together()
    {
        var selection = Selection.Everything with { Tags = "not @slow", Only = ["COM-01", "COM-03"] };

        var plan = TestSuite.Ready(TestSuite.Of(Feature).Plan(selection));

        Assert.That(plan.Scenarios.Select(it => it.Name), Is.EqualTo(["Three", "Everything else"]));
        Assert.That(plan.IsWhole, Is.False);
    }

    [Test]
    public void A_shuffle_is_repeated_by_its_seed()
    {
        var suite = TestSuite.Of(Feature);

        var first = TestSuite.Ready(suite.Plan(Selection.Everything with { Shuffle = 3 }));
        var second = TestSuite.Ready(suite.Plan(Selection.Everything with { Shuffle = 3 }));

        Assert.That(first.Scenarios, Is.EqualTo(second.Scenarios));
        Assert.That(first.Scenarios, Is.EquivalentTo(suite.Scenarios));
        Assert.That(first.Scenarios, Is.Not.EqualTo(suite.Scenarios));
    }

    [Test]
    public void Selecting_nothing_is_an_error()
    {
        var selection = Selection.Everything with { Tags = "@slow and @COM-02" };

        var errors = TestSuite.Errors(TestSuite.Of(Feature).Plan(selection));

        Assert.That(errors, Is.EqualTo(["--tags: Selects none of 4 scenarios; a run of nothing proves nothing"]));
    }

    [Test]
    public void An_unknown_tag_is_an_error_with_the_nearest_one()
    {
        var errors = TestSuite.Errors(TestSuite.Of(Feature).Plan(Selection.Everything with { Tags = "not @slwo" }));

        Assert.That(errors, Is.EqualTo(["--tags: Unknown tag @slwo at column 5; did you mean \"@slow\"?"]));
    }

    [Test]
    public void An_ill_formed_expression_is_an_error()
    {
        var errors = TestSuite.Errors(TestSuite.Of(Feature).Plan(Selection.Everything with { Tags = "@slow and" }));

        Assert.That(errors[0], Does.StartWith("--tags: Expected a tag").And.EndsWith("in \"@slow and\""));
    }

    [Test]
    public void An_unknown_requirement_is_an_error_with_the_nearest_one()
    {
        var errors = TestSuite.Errors(TestSuite.Of(Feature).Plan(Selection.Everything with { Only = ["COM-1"] }));

        Assert.That(errors, Is.EqualTo(["--only: There is no requirement COM-1; did you mean \"COM-01\"?"]));
    }

    [Test]
    public void A_requirement_that_nothing_decides_cannot_be_selected()
    {
        var errors = TestSuite.Errors(TestSuite.Of(Feature).Plan(Selection.Everything with { Only = ["LAT-01"] }));

        Assert.That(errors, Is.EqualTo(["--only: No scenario decides LAT-01: Needs a lab."]));
    }

    [Test]
    public void One_scenario_is_selected_by_its_id()
    {
        var suite = TestSuite.Of(Feature);

        var plan = TestSuite.Ready(suite.Plan(Selection.Of(suite.Scenarios[1].Id)));

        Assert.That(plan.Scenarios.Single().Name, Is.EqualTo("Two"));
        Assert.That(TestSuite.Errors(suite.Plan(Selection.Of("f1.feature:99"))), Has.Count.EqualTo(1));
    }
}
