namespace Harness.Certification.Loading;

/// <summary>What a step is for; <c>And</c>, <c>But</c> and <c>*</c> take after the step before them.</summary>
public enum StepKind
{
    Given,
    When,
    Then,
}
