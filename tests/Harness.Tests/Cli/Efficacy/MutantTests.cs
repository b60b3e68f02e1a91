using Harness.Cli.Efficacy;
using Harness.Cli.Efficacy.Mutants;
using Harness.Cli.Efficacy.Running;
using Harness.Reference;
using Harness.Tests.Features.Scenarios;
using NUnit.Framework;

namespace Harness.Tests.Cli.Efficacy;

/// <summary>
/// What the suite is worth: each mutant has to be noticed by a scenario of the very requirement that it breaks.
/// </summary>
public sealed class MutantTests
{
    private static readonly EfficacyRequest Request = new([], Parallel: 6, ScenarioRuns.Seed, Quick: true, null);
    private static readonly IReadOnlyList<Mutant> Catalogue = MutantCatalogue.Of(ScenarioRuns.Suite.Catalogue);
    private static readonly Lazy<Task<IReadOnlyList<TrialResult>>> All = new(() => EfficacyRun.RunAsync(
        new Trial(ScenarioRuns.Suite, Request.Seed, slots: 2, TimeProvider.System),
        Catalogue,
        Request,
        _ => { },
        CancellationToken.None));

    public static IEnumerable<TestCaseData> Mutants() =>
        Catalogue.Select(mutant => new TestCaseData(mutant.Name).SetArgDisplayNames(mutant.Name));

    [TestCaseSource(nameof(Mutants))]
    public async Task A_mutant_is_noticed_by_a_scenario_of_its_requirement_or_is_equivalent_as_it_says(string name)
    {
        var result = (await All.Value).Single(result => result.Mutant.Name == name);

        Assert.That(
            result.IsFinding, Is.False, $"{result.Mutant.Defect}: {result.Outcome} {result.Killer?.Message}");
        Assert.That(result.Killer?.Message, Is.Not.Empty);
    }

    [Test]
    public void Every_rule_can_be_broken_or_rests_on_a_requirement_that_no_scenario_decides()
    {
        var breakable = BrokenRules.Breakable.Select(rule => rule.Key).ToHashSet();

        Assert.That(
            ReferenceRules.Standard.All
                .Where(rule => !breakable.Contains(rule.Key) && IsDecided(rule.Requirement))
                .Select(rule => rule.Key),
            Is.Empty);
    }

    [Test]
    public void Every_requirement_that_binds_and_is_decided_is_broken_by_a_mutant() => Assert.That(
        ScenarioRuns.Suite.Catalogue.Requirements
            .Where(requirement => requirement is { Undecided: null, Binding: true })
            .Select(requirement => requirement.Id)
            .Except(Catalogue.Select(mutant => mutant.Requirement)),
        Is.Empty);

    private static bool IsDecided(string requirement) =>
        ScenarioRuns.Suite.Catalogue.Find(requirement) is { Undecided: null };
}
