using System.Text.Json.Nodes;
using Harness.Certification.Verdicts;

namespace Harness.Features.Target.Hooks;

/// <summary>A hook that is being carried out.</summary>
/// <param name="Definition">Which one.</param>
/// <param name="Place">Where it stands in the target file, <c>target.yaml:12</c>.</param>
/// <param name="Values">A value for every placeholder.</param>
public sealed record HookCall(
    HookDefinition Definition,
    string Place,
    IReadOnlyDictionary<string, JsonNode?> Values)
{
    /// <summary>The hook's key in the target file.</summary>
    public string Name => Definition.Name;

    /// <summary>A placeholder's value as text.</summary>
    public string Text(string placeholder) => Values[placeholder]?.ToString() ?? "";

    /// <summary>Takes the outputs out of a document.</summary>
    /// <exception cref="BlameException">One that is needed is not there.</exception>
    public HookOutcome.Done Read(JsonNode? document, IReadOnlyDictionary<string, JsonPath> paths)
    {
        var outputs = new Dictionary<string, JsonNode>(StringComparer.Ordinal);
        foreach (var output in Definition.Outputs.Where(output => paths.ContainsKey(output.Name)))
        {
            if (paths[output.Name].Find(document) is { } value)
                outputs[output.Name] = value;
            else if (!output.Optional)
                throw Fault(
                    Blame.Config,
                    $"expected {output.Name} ({output.Meaning}) at {paths[output.Name]} of what came back, "
                    + $"found {Describe(document)}; mend the path below outputs");
        }

        return new HookOutcome.Done(outputs);
    }

    /// <summary>The hook could not be carried out.</summary>
    public BlameException Fault(Blame blame, string message, Exception? cause = null) =>
        new(blame, $"{Place}: hook {Name}: {message}", cause);

    // Names of fields, never their values: they may be secrets (SEC-05).
    private static string Describe(JsonNode? document) => document switch
    {
        null => "no JSON",
        JsonObject obj => $"an object with {string.Join(", ", obj.Select(field => field.Key))}",
        JsonArray array => $"an array of {array.Count}",
        _ => "a single value",
    };
}
