namespace Harness.Features.Target.Hooks;

/// <summary>JSON type of a hook's value.</summary>
public enum HookValueKind
{
    Text,
    Number,
    Flag,
    List,
}
