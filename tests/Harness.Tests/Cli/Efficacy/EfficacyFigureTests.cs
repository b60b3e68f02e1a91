using Harness.Cli.Efficacy;
using Harness.Features.Hosting;
using Harness.Tests.Features.Scenarios;
using NUnit.Framework;

namespace Harness.Tests.Cli.Efficacy;

/// <summary>The figure that every report shows is that of the catalogue as it is.</summary>
public sealed class EfficacyFigureTests
{
    [Test]
    public void The_figure_counts_the_mutants_of_the_catalogue() => Assert.That(
        FeatureSuite.Efficacy().Mutants,
        Is.EqualTo(MutantCatalogue.Of(ScenarioRuns.Suite.Catalogue).Count(mutant => mutant.Equivalent is null)),
        "measure again: harness efficacy --output docs, then put figure.json in the place of features/efficacy.json");

    [Test]
    public void Every_mutant_that_can_be_noticed_was() =>
        Assert.That(FeatureSuite.Efficacy().Killed, Is.EqualTo(FeatureSuite.Efficacy().Mutants));

    [Test]
    public void The_figure_is_shown_with_its_date_and_version() => Assert.That(
        $"{new EfficacyFigure(3, 4, new DateOnly(2026, 2, 1), "0.1.0")}",
        Is.EqualTo("3 of 4 broken implementations noticed (2026-02-01, version 0.1.0)"));
}
