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
[Parallelizable(ParallelScope.All)]
public sealed class MutantTests
{
    private static readonly Trial Trial = new(ScenarioRuns.Suite, ScenarioRuns.Seed, slots: 2, TimeProvider.System);

    private static IReadOnlyList<Mutant> Catalogue => MutantCatalogue.Of(ScenarioRuns.Suite.Catalogue);

    public static IEnumerable<TestCaseData> Mutants() =>
        Catalogue.Select(mutant => new TestCaseData(mutant.Name).SetArgDisplayNames(mutant.Name));

    [TestCaseSource(nameof(Mutants))]
    public async Task A_mutant_is_noticed_by_a_scenario_of_its_requirement_or_is_equivalent_as_it_says(string name)
    {
        var mutant = Catalogue.Single(mutant => mutant.Name == name);

        var result = await Trial.RunAsync(mutant, ownOnly: true, CancellationToken.None);

        Assert.That(result.IsFinding, Is.False, $"{mutant.Defect}: {result.Outcome} {result.Killer?.Message}");
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

    private static bool IsDecided(string requirement) =>
        ScenarioRuns.Suite.Catalogue.Find(requirement) is { Undecided: null };
}
