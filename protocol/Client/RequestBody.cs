using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Harness.Protocol.Client;

/// <summary>A request's body: any bytes under any content type, so that malformed ones can be sent too.</summary>
/// <param name="Bytes">What is sent.</param>
/// <param name="ContentType">Value of the Content-Type header; null for none.</param>
public sealed record RequestBody(ReadOnlyMemory<byte> Bytes, string? ContentType)
{
    public const string JsonType = "application/json";

    /// <summary>A record of the contract as JSON.</summary>
    public static RequestBody Of<T>(T value, JsonTypeInfo<T> type) =>
        new(JsonSerializer.SerializeToUtf8Bytes(value, type), JsonType);

    /// <summary>Any JSON.</summary>
    public static RequestBody Json(JsonNode? node) => Text(node?.ToJsonString() ?? "null");

    /// <summary>Any text, as UTF-8.</summary>
    public static RequestBody Text(string text, string? contentType = JsonType) =>
        new(Encoding.UTF8.GetBytes(text), contentType);

    /// <summary>Leaves out the content, which may hold secrets (SEC-05).</summary>
    public override string ToString() => $"{Bytes.Length} bytes of {ContentType ?? "no type"}";
}
