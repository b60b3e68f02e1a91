using Harness.Cli.Local;

namespace Harness.Cli.Efficacy;

/// <summary>The reference with one planted defect: what the suite is worth is how many of them it notices.</summary>
/// <param name="Name">In kebab case, unique; a rule that is broken goes by the rule's key.</param>
/// <param name="Requirement">Id of the requirement that the defect breaks.</param>
/// <param name="Defect">What is wrong, in a line that a stranger understands.</param>
/// <param name="Alter">Plants the defect; every start has a state of its own.</param>
internal sealed record Mutant(string Name, string Requirement, string Defect, Alteration Alter)
{
    /// <summary>
    /// Why no scenario can notice: what is seen from outside is the same. Null for a mutant that has to be killed.
    /// </summary>
    public string? Equivalent { get; init; }

    public override string ToString() => Name;
}
