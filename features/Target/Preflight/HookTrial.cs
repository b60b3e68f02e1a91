using System.Text.Json.Nodes;
using Harness.Certification.Verdicts;
using Harness.Features.Target.Hooks;

namespace Harness.Features.Target.Preflight;

/// <summary>Carries out a hook to see whether it works.</summary>
internal static class HookTrial
{
    /// <summary>What came of it; null where it could not be carried out, which is reported.</summary>
    public static async Task<HookOutcome?> RunAsync(
        PreflightContext context,
        Hook hook,
        IReadOnlyDictionary<string, JsonNode?> inputs,
        CancellationToken cancellation)
    {
        try
        {
            return await context.Session.Hooks.RunAsync(hook, inputs, cancellation);
        }
        catch (BlameException fault)
        {
            // The message begins with the place of the hook, which the finding shows already.
            var place = $"{context.File.Lines.Of(context.File.Hooks[hook].Path)}: ";
            var found = fault.Message.StartsWith(place, StringComparison.Ordinal)
                ? fault.Message[place.Length..]
                : fault.Message;
            context.Fail(
                context.File.Hooks[hook].Path, $"{HookTable.NameOf(hook)} to be carried out", found, "mend the hook");
            return null;
        }
    }
}
