using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Harness.Protocol.Client;

/// <summary>A response as it crossed the wire, whatever its status.</summary>
/// <param name="Status">HTTP status code.</param>
/// <param name="Headers">All headers; values of one name joined by a comma. Names in any case.</param>
/// <param name="Body">The whole body, as bytes.</param>
public sealed record RawResponse(
    int Status,
    IReadOnlyDictionary<string, string> Headers,
    ReadOnlyMemory<byte> Body)
{
    /// <summary>Whether the status is 2xx.</summary>
    public bool IsSuccess => Status is >= 200 and <= 299;

    /// <summary>The body as UTF-8 text; what is no UTF-8 is replaced.</summary>
    public string Text => Encoding.UTF8.GetString(Body.Span);

    /// <summary>The body as JSON; null where it is none.</summary>
    public JsonNode? Json()
    {
        try
        {
            return JsonNode.Parse(Body.Span);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The value of a header; null without one.</summary>
    public string? Header(string name) => Headers.GetValueOrDefault(name);

    /// <summary>Leaves out headers and body, which may hold secrets (SEC-05).</summary>
    public override string ToString() => $"HTTP {Status}, {Body.Length} bytes";
}
