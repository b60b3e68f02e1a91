using Harness.Reference.Errors;

namespace Harness.Reference.Rules;

/// <summary>A rule that refuses a request, or lets it pass by answering null.</summary>
/// <param name="Requirement">Id in the catalogue.</param>
/// <param name="Name">What the rule demands, in kebab case.</param>
/// <param name="Decide">The refusal, or null.</param>
public sealed record RefusalRule<TCase>(string Requirement, string Name, Func<TCase, Refusal?> Decide)
    : Rule<TCase, Refusal?>(Requirement, Name, Decide), IRefusalRule
{
    public Rule NeverRefusing() => this with { Decide = _ => null };
}
