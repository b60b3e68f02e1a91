using System.Collections.Immutable;
using Harness.Reference.Errors;

namespace Harness.Reference.Rules;

/// <summary>
/// Every rule of the coordinator, registered by requirement id and name. Operations name a rule by its
/// declaration and the book answers with the registered one, so that any single rule can be replaced.
/// Immutable.
/// </summary>
public sealed class RuleBook
{
    private readonly ImmutableDictionary<string, Rule> rules;

    private RuleBook(ImmutableDictionary<string, Rule> rules) => this.rules = rules;

    /// <summary>Every registered rule, ordered by requirement and name.</summary>
    public IReadOnlyList<Rule> All =>
        [.. rules.Values.OrderBy(rule => rule.Requirement, StringComparer.Ordinal)
            .ThenBy(rule => rule.Name, StringComparer.Ordinal)];

    /// <summary>A book of <paramref name="all"/>.</summary>
    /// <exception cref="ArgumentException">Two rules share requirement and name.</exception>
    public static RuleBook Of(params IEnumerable<Rule> all)
    {
        var rules = ImmutableDictionary.CreateBuilder<string, Rule>(StringComparer.Ordinal);
        foreach (var rule in all)
            if (!rules.TryAdd(rule.Key, rule))
                throw new ArgumentException($"the rule {rule.Key} is registered twice; give one another name");
        return new RuleBook(rules.ToImmutable());
    }

    /// <summary>A copy in which <paramref name="rule"/> stands in for the rule of the same key.</summary>
    /// <exception cref="ArgumentException">There is no such rule, or it has another case or decision.</exception>
    public RuleBook Replace(Rule rule)
    {
        var old = Registered(rule);
        if (old.CaseType != rule.CaseType || old.DecisionType != rule.DecisionType)
            throw new ArgumentException(
                $"{rule.Key} decides {old.DecisionType.Name} from {old.CaseType.Name}, "
                + $"its replacement {rule.DecisionType.Name} from {rule.CaseType.Name}");
        return new RuleBook(rules.SetItem(rule.Key, rule));
    }

    /// <summary>What the registered rule of <paramref name="rule"/>'s key decides.</summary>
    public TDecision Decide<TCase, TDecision>(Rule<TCase, TDecision> rule, TCase @case) =>
        ((Rule<TCase, TDecision>)Registered(rule)).Decide(@case);

    /// <summary>The first refusal of <paramref name="ordered"/>, or null where all of them let it pass.</summary>
    public Refusal? FirstRefusal<TCase>(IEnumerable<RefusalRule<TCase>> ordered, TCase @case)
    {
        foreach (var rule in ordered)
            if (Decide(rule, @case) is { } refusal)
                return refusal;
        return null;
    }

    private Rule Registered(Rule rule) =>
        rules.TryGetValue(rule.Key, out var registered)
            ? registered
            : throw new ArgumentException($"the rule {rule.Key} is not registered; add it to ReferenceRules");
}
