using System.Text.Json.Nodes;
using Harness.Certification.Verdicts;

namespace Harness.Features.Target.Hooks;

/// <summary>Acts as the customer or the operator at the target, as the target file says how.</summary>
public interface ITargetHooks
{
    /// <summary>Whether the target file has the hook.</summary>
    bool Has(Hook hook);

    /// <summary>Carries a hook out.</summary>
    /// <param name="hook">Which one.</param>
    /// <param name="inputs">A value for every input of its definition that is not optional.</param>
    /// <param name="cancellation">Gives it up.</param>
    /// <returns>What came back, or that the target said no.</returns>
    /// <exception cref="SkipException">The target file has no such hook.</exception>
    /// <exception cref="BlameException">It could not be carried out; says whose doing that is.</exception>
    Task<HookOutcome> RunAsync(
        Hook hook,
        IReadOnlyDictionary<string, JsonNode?> inputs,
        CancellationToken cancellation);
}
