using Harness.Certification.Catalogue;
using Harness.Cli.Efficacy.Mutants;

namespace Harness.Cli.Efficacy;

/// <summary>Every mutant, in the order of the requirements.</summary>
internal static class MutantCatalogue
{
    private static IEnumerable<Mutant> Everything =>
    [
        .. BrokenRules.All,
        .. BodyMutants.All,
        .. ClassicRaces.All,
        .. ConnectionMutants.All,
        .. DeleteMutants.All,
        .. FeatureMutants.All,
        .. GuidanceMutants.All,
        .. IdentityMutants.All,
        .. InitiatorMutants.All,
        .. IssueMutants.All,
        .. KeyMutants.All,
        .. MacSecMutants.All,
        .. MaintenanceMutants.All,
        .. ManagerMutants.All,
        .. MigrationMutants.All,
        .. MigratorMutants.All,
        .. NameMutants.All,
        .. NegotiatorMutants.All,
        .. PagingMutants.All,
        .. ProposalMutants.All,
        .. RaceMutants.All,
        .. SecretMutants.All,
        .. StaticMutants.All,
        .. StatusMutants.All,
        .. UpdateMutants.All,
    ];

    /// <summary>The mutant of a name; null where there is none.</summary>
    public static Mutant? Find(string name) => Everything.FirstOrDefault(mutant => mutant.Name == name);

    /// <summary>The mutants that break a requirement which the suite decides.</summary>
    /// <exception cref="InvalidOperationException">Two share a name, or one breaks no known requirement.</exception>
    public static IReadOnlyList<Mutant> Of(RequirementCatalogue catalogue)
    {
        var order = catalogue.Requirements.Select((requirement, index) => (requirement.Id, index)).ToDictionary();
        var all = Everything.ToList();
        var strays = all.Where(mutant => !order.ContainsKey(mutant.Requirement)).Select(mutant => mutant.Name)
            .Concat(all.CountBy(mutant => mutant.Name).Where(pair => pair.Value > 1).Select(pair => pair.Key))
            .ToList();
        return strays is []
            ? [.. all.Where(mutant => catalogue.Find(mutant.Requirement) is { Undecided: null })
                .OrderBy(mutant => order[mutant.Requirement])]
            : throw new InvalidOperationException(
                $"mutants have names of their own and break known requirements, not so: {string.Join(", ", strays)}");
    }
}
