using System.Text.Json;
using System.Text.Json.Nodes;

namespace Harness.Features.World;

/// <summary>Reads fields of answers without trusting their types: what is of another type counts as absent.</summary>
public static class Json
{
    public static string? Text(JsonObject from, string field) =>
        from[field] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    public static long? Number(JsonObject from, string field) =>
        from[field] is not JsonValue value || value.GetValueKind() != JsonValueKind.Number ? null
        : value.TryGetValue(out long number) ? number
        : value.TryGetValue(out int small) ? small
        : null;

    /// <summary>A flag; an absent one is false, as encoders that leave out defaults write it.</summary>
    public static bool Flag(JsonObject from, string field) =>
        from[field] is JsonValue value && value.TryGetValue(out bool flag) && flag;

    /// <summary>A time; null where absent or unreadable.</summary>
    public static DateTimeOffset? Time(JsonObject from, string field) =>
        DateTimeOffset.TryParse(Text(from, field), out var time) ? time : null;

    /// <summary>An object below; an empty one where absent.</summary>
    public static JsonObject Below(JsonObject from, string field) => from[field] as JsonObject ?? [];

    /// <summary>The objects of an array; none where absent.</summary>
    public static IReadOnlyList<JsonObject> List(JsonObject from, string field) =>
        [.. (from[field] as JsonArray ?? []).OfType<JsonObject>()];

    /// <summary>A copy that shares nothing, to be changed freely.</summary>
    public static JsonObject Copy(JsonObject from) => (JsonObject)from.DeepClone();
}
