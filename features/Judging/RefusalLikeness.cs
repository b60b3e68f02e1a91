using System.Text.Json.Nodes;
using Harness.Protocol.Client;

namespace Harness.Features.Judging;

/// <summary>
/// Judges whether a refusal tells that the resource exists (COM-12). Refusals may carry what differs from one to
/// the next anyway, such as a trace id: so two refusals of what never was show what is the same in all of them,
/// and only that counts.
/// </summary>
public static class RefusalLikeness
{
    /// <summary>A refusal, and the id that was asked for.</summary>
    public sealed record Refusal(RawResponse Response, string Id);

    /// <summary>In what the refusal of what exists differs from those of what never was; empty where alike.</summary>
    /// <param name="existing">The refusal in question.</param>
    /// <param name="before">A refusal of what never was, from before.</param>
    /// <param name="after">A refusal of what never was, from afterwards.</param>
    public static IReadOnlyList<string> Differences(Refusal existing, Refusal before, Refusal after)
    {
        var (here, one, other) = (Facts(existing), Facts(before), Facts(after));
        var alike = one.Where(fact => other.GetValueOrDefault(fact.Key) == fact.Value).ToDictionary();
        return
        [
            .. alike.Where(fact => here.GetValueOrDefault(fact.Key) != fact.Value).Select(fact =>
                $"{fact.Key}: {fact.Value} for what never was, {here.GetValueOrDefault(fact.Key, "nothing")} for it"),
            .. here.Keys.Except(one.Keys).Except(other.Keys).Select(key => $"{key}: only for it"),
        ];
    }

    private static Dictionary<string, string> Facts(Refusal refusal)
    {
        var facts = new Dictionary<string, string>
        {
            ["status"] = $"{refusal.Response.Status}",
            ["content type"] = refusal.Response.Header("Content-Type") ?? "none",
        };
        if (refusal.Response.Json() is { } body)
            Add(facts, "$", body, refusal.Id);
        else
            facts["body"] = WithoutId(refusal.Response.Text, refusal.Id);
        return facts;
    }

    private static void Add(Dictionary<string, string> facts, string path, JsonNode? value, string id)
    {
        switch (value)
        {
            case JsonObject parent:
                foreach (var (name, child) in parent)
                    Add(facts, $"{path}.{name}", child, id);
                break;
            case JsonArray array:
                for (var i = 0; i < array.Count; i++)
                    Add(facts, $"{path}[{i}]", array[i], id);
                break;
            default:
                facts[path] = WithoutId(value?.ToJsonString() ?? "null", id);
                break;
        }
    }

    private static string WithoutId(string text, string id) =>
        text.Replace(id, "{id}", StringComparison.OrdinalIgnoreCase);
}
