namespace Harness.Reference.Rules;

/// <summary>
/// A decision of the protocol, registered by the requirement that it rests on and a name of its own.
/// Rules are pure: what they need to know is in their case.
/// </summary>
/// <param name="Requirement">Id in the catalogue, such as <c>CON-04</c>.</param>
/// <param name="Name">What the rule decides, in kebab case; unique within the requirement.</param>
public abstract record Rule(string Requirement, string Name)
{
    /// <summary>How the rule is named in messages: <c>CON-04/fits-interconnect</c>.</summary>
    public string Key => $"{Requirement}/{Name}";

    /// <summary>Type of what the rule decides upon.</summary>
    public abstract Type CaseType { get; }

    /// <summary>Type of what the rule answers.</summary>
    public abstract Type DecisionType { get; }

    public sealed override string ToString() => Key;
}

/// <summary>A rule that decides <typeparamref name="TDecision"/> from <typeparamref name="TCase"/>.</summary>
/// <param name="Requirement">Id in the catalogue.</param>
/// <param name="Name">What the rule decides, in kebab case.</param>
/// <param name="Decide">The decision, a pure function.</param>
public record Rule<TCase, TDecision>(string Requirement, string Name, Func<TCase, TDecision> Decide)
    : Rule(Requirement, Name)
{
    public sealed override Type CaseType => typeof(TCase);

    public sealed override Type DecisionType => typeof(TDecision);
}
