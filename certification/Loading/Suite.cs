using Harness.Certification.Catalogue;
using Harness.Certification.Planning;
using Harness.Certification.Selecting;

namespace Harness.Certification.Loading;

/// <summary>Scenarios that can run, and the requirements that they decide. Made by <see cref="Load"/>.</summary>
public sealed class Suite
{
    internal Suite(
        RequirementCatalogue catalogue,
        IReadOnlyList<Scenario> scenarios,
        BindingRegistry bindings,
        IReadOnlyList<string> tags)
    {
        Catalogue = catalogue;
        Scenarios = scenarios;
        Bindings = bindings;
        Tags = tags;
    }

    public RequirementCatalogue Catalogue { get; }

    /// <summary>Every scenario, in the order of files and lines; of an outline, one per row.</summary>
    public IReadOnlyList<Scenario> Scenarios { get; }

    /// <summary>Every tag that a scenario may be selected by, with its @.</summary>
    public IReadOnlyList<string> Tags { get; }

    internal BindingRegistry Bindings { get; }

    /// <summary>Chooses scenarios; refused with the option's name where it is wrong or chooses none.</summary>
    public Loaded<Plan> Plan(Selection selection) => new Planner(this, selection).Plan();

    /// <summary>Reads features and bindings, and refuses them for anything that could hide a missing check.</summary>
    public static Loaded<Suite> Load(SuiteSource source) => new SuiteLoader(source).Load();
}
