using System.Text.Json;
using System.Text.Json.Nodes;

namespace Harness.Cli.Efficacy.Altering;

/// <summary>What the reference answers, before it is sent.</summary>
internal sealed record Reply
{
    /// <summary>HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>The body as it came.</summary>
    public byte[] Body { get; init; } = [];

    public string? ContentType { get; init; }

    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>A reply of its own.</summary>
    public static Reply Of(int status, JsonNode? json = null) => new Reply { Status = status }.WithJson(json);

    /// <summary>The body's JSON object, a copy; an empty one where there is none.</summary>
    public JsonObject Json() =>
        Body.Length > 0 && JsonNode.Parse(Body) is JsonObject json ? json : [];

    /// <summary>The reply with another body.</summary>
    public Reply WithJson(JsonNode? json) => this with
    {
        Body = json is null ? [] : JsonSerializer.SerializeToUtf8Bytes(json),
        ContentType = json is null ? null : "application/json",
    };

    /// <summary>The reply with its JSON object changed.</summary>
    public Reply Edited(Action<JsonObject> edit)
    {
        var json = Json();
        edit(json);
        return WithJson(json);
    }
}
