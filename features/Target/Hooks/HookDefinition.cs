namespace Harness.Features.Target.Hooks;

/// <summary>What a hook is given, has to bring back, and is for.</summary>
/// <param name="Hook">Which one.</param>
/// <param name="Actor">Who acts: <c>customer</c> or <c>operator</c>.</param>
/// <param name="Purpose">What it does at the target.</param>
/// <param name="Inputs">Placeholders that its driver may use.</param>
/// <param name="Outputs">What its driver brings back.</param>
public sealed record HookDefinition(
    Hook Hook,
    string Actor,
    string Purpose,
    IReadOnlyList<HookValue> Inputs,
    IReadOnlyList<HookValue> Outputs)
{
    /// <summary>Its key in the target file.</summary>
    public string Name => HookTable.NameOf(Hook);
}
