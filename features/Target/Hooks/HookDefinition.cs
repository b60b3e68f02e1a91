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

/// <summary>A value that goes into a hook or comes out of it.</summary>
/// <param name="Name">Its placeholder, or its key below <c>outputs</c>.</param>
/// <param name="Meaning">What it is, with its unit.</param>
/// <param name="Optional">A target that has no such value may leave it out.</param>
public sealed record HookValue(string Name, string Meaning, bool Optional = false);
