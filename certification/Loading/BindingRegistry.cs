namespace Harness.Certification.Loading;

/// <summary>Everything that binding classes offer.</summary>
internal sealed record BindingRegistry(
    IReadOnlyList<StepBinding> Steps,
    IReadOnlyList<HookBinding> Hooks,
    IReadOnlyList<Transformation> Transformations)
{
    /// <summary>The hooks of a moment for a scenario with these tags, in the order in which they run.</summary>
    public IReadOnlyList<HookBinding> HooksAt(HookMoment moment, IReadOnlyList<string> tags) =>
        [.. Hooks.Where(hook => hook.Moment == moment && hook.AppliesTo(tags)).OrderBy(hook => hook.Order)];
}
