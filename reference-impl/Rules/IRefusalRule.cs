namespace Harness.Reference.Rules;

/// <summary>A rule that may refuse, whatever its case is.</summary>
public interface IRefusalRule
{
    /// <summary>The same rule, broken: it lets everything pass. The self-test of the scenarios plants it.</summary>
    Rule NeverRefusing();
}
