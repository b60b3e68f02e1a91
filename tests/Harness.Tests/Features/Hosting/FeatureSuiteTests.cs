using Harness.Certification.Loading;
using Harness.Features.Hosting;
using NUnit.Framework;

namespace Harness.Tests.Features.Hosting;

public sealed class FeatureSuiteTests
{
    [Test]
    public void The_suite_loads_without_undefined_ambiguous_or_unused_steps()
    {
        var errors = FeatureSuite.Load() is Loaded<Suite>.Refused refused ? refused.Errors : [];

        Assert.That(errors.Select(error => $"{error}"), Is.Empty);
    }

    [Test]
    public void Every_requirement_is_decided_by_a_scenario_or_says_why_not()
    {
        var suite = ((Loaded<Suite>.Ready)FeatureSuite.Load()).Value;
        var decided = suite.Scenarios.SelectMany(scenario => scenario.Requirements).ToHashSet();

        Assert.That(
            suite.Catalogue.Requirements.Where(requirement =>
                decided.Contains(requirement.Id) == (requirement.Undecided is not null)),
            Is.Empty);
    }
}
