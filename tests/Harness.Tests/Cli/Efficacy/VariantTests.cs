using Harness.Cli.Efficacy.Running;
using Harness.Tests.Features.Scenarios;
using NUnit.Framework;

namespace Harness.Tests.Cli.Efficacy;

/// <summary>A correct stranger is never found fault with, whichever reading it follows.</summary>
public sealed class VariantTests
{
    public static IEnumerable<TestCaseData> Variants() =>
        VariantRun.Variants.Select(variant => new TestCaseData(variant.Name).SetArgDisplayNames(variant.Name));

    [TestCaseSource(nameof(Variants))]
    public async Task A_correct_implementation_that_differs_raises_no_alarm_and_its_reading_is_told(string name)
    {
        var variant = VariantRun.Variants.Single(variant => variant.Name == name);

        var result = await VariantRun.CertifyAsync(
            ScenarioRuns.Suite,
            variant,
            variant.Requirements,
            ScenarioRuns.Seed,
            TimeProvider.System,
            CancellationToken.None);

        Assert.That(result.Alarms.Select(alarm => $"{alarm.Id}: {alarm.Message}"), Is.Empty);
        Assert.That(result.ShowsItsReading, Is.True, variant.Reading);
    }

    [Test]
    public void Every_open_point_has_a_variant_that_follows_another_reading_than_the_reference() => Assert.That(
        VariantRun.Variants.Select(variant => variant.Point).OfType<string>(),
        Is.EquivalentTo(ScenarioRuns.Suite.Catalogue.OpenPoints.Select(point => point.Id)));

    [Test]
    public void Every_variant_follows_a_reading_that_the_catalogue_lists() => Assert.That(
        VariantRun.Variants.Where(variant => variant.Point is not null).Select(variant => variant.Reading),
        Is.SubsetOf(ScenarioRuns.Suite.Catalogue.OpenPoints.SelectMany(point => point.Readings)));
}
