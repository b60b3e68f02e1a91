using System.Text.Json;
using System.Text.Json.Nodes;
using Harness.Certification.Checks;
using Harness.Simulator.Journaling;

namespace Harness.Features.World;

/// <summary>What the target has sent with its calls at the partner.</summary>
public static class Sent
{
    /// <summary>The JSON object of a call; a failed check where it carries none.</summary>
    public static JsonObject Body(JournalEntry call)
    {
        JsonObject? body = null;
        try
        {
            body = call.Request.Body is { Length: > 0 } text ? JsonNode.Parse(text) as JsonObject : null;
        }
        catch (JsonException)
        {
            body = null;
        }

        Check.That($"the body of the target's {call.Operation?.Id}", body is not null, "a JSON object", "none");
        return body!;
    }

    /// <summary>A field of a call's body as a whole number; null where it is absent or none.</summary>
    public static long? Number(JournalEntry call, string field) => Json.Number(Body(call), field);

    /// <summary>A field of a call's body as text; null where it is absent or none.</summary>
    public static string? Text(JournalEntry call, string field) => Json.Text(Body(call), field);
}
