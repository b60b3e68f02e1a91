namespace Harness.Features.World;

/// <summary>What customers and operators do at the target, however the target file drives it.</summary>
public interface ITargetActions
{
    /// <summary>
    /// Carries out an action. A refusal by the target is an outcome. Throws a skip where the target file has
    /// no hook for it, and blames whoever is to blame where it cannot be carried out.
    /// </summary>
    /// <param name="action">Name of the hook, such as <c>createConnection</c>.</param>
    /// <param name="inputs">Its placeholders.</param>
    Task<ActionOutcome> Run(string action, IReadOnlyDictionary<string, string> inputs);
}

/// <summary>What came of an action.</summary>
/// <param name="Accepted">Whether the target did it.</param>
/// <param name="Outputs">What came back, by name; all that the hook declares where it was accepted.</param>
public sealed record ActionOutcome(bool Accepted, IReadOnlyDictionary<string, string> Outputs);
