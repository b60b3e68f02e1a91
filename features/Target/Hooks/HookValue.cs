namespace Harness.Features.Target.Hooks;

/// <summary>A value that goes into a hook or comes out of it.</summary>
/// <param name="Name">Its placeholder, or its key below <c>outputs</c>.</param>
/// <param name="Meaning">What it is, with its unit.</param>
/// <param name="Kind">The JSON type that it has in a body.</param>
/// <param name="Optional">It may be left out: of an output, by a target that has none.</param>
public sealed record HookValue(
    string Name,
    string Meaning,
    HookValueKind Kind = HookValueKind.Text,
    bool Optional = false);
