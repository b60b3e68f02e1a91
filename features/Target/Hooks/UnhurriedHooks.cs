using System.Text.Json.Nodes;

namespace Harness.Features.Target.Hooks;

/// <summary>
/// Gives commands and people the time that the target file gives them (<c>timeouts.operator</c>), however little a
/// step or a scenario has.
/// </summary>
/// <param name="file">The target file, which names each hook's driver.</param>
/// <param name="inner">Carries the hooks out, each within its own deadline.</param>
/// <param name="hold">Holds the scenario's deadlines until disposed of.</param>
public sealed class UnhurriedHooks(TargetFile file, ITargetHooks inner, Func<IDisposable> hold) : ITargetHooks
{
    public bool Has(Hook hook) => inner.Has(hook);

    public async Task<HookOutcome> RunAsync(
        Hook hook,
        IReadOnlyDictionary<string, JsonNode?> inputs,
        CancellationToken cancellation)
    {
        using var held = file.Hooks.GetValueOrDefault(hook) is HookDriver.Http or null ? null : hold();
        return await inner.RunAsync(hook, inputs, cancellation);
    }
}
