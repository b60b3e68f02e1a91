using System.Reflection;
using Harness.Certification.Bindings;

namespace Harness.Certification.Loading;

/// <summary>When a hook runs.</summary>
internal enum HookMoment
{
    BeforeScenario,
    AfterScenario,
    BeforeStep,
    AfterStep,
}

/// <summary>A method that runs around scenarios or steps.</summary>
internal sealed record HookBinding(MethodInfo Method, HookMoment Moment, IReadOnlyList<string> Tags, int Order)
{
    public static HookMoment MomentOf(HookAttribute attribute) => attribute switch
    {
        BeforeScenarioAttribute => HookMoment.BeforeScenario,
        AfterScenarioAttribute => HookMoment.AfterScenario,
        BeforeStepAttribute => HookMoment.BeforeStep,
        AfterStepAttribute => HookMoment.AfterStep,
        _ => throw new ArgumentOutOfRangeException(nameof(attribute), attribute, "Unknown hook"),
    };

    /// <summary>Whether it runs for a scenario with these tags.</summary>
    public bool AppliesTo(IReadOnlyList<string> scenarioTags) =>
        Tags.Count == 0 || Tags.Any(tag => scenarioTags.Contains(tag.StartsWith('@') ? tag : $"@{tag}"));
}
