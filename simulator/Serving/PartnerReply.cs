using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Harness.Protocol.Client;

namespace Harness.Simulator.Serving;

/// <summary>A response of the partner.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">As text; null for none.</param>
/// <param name="ContentType">Of the body.</param>
public sealed record PartnerReply(int Status, string? Body, string ContentType = RequestBody.JsonType)
{
    /// <summary>The empty object (DEL-01).</summary>
    public static PartnerReply Empty { get; } = new(200, "{}");

    public static PartnerReply NotFound { get; } = Refuse(404, "there is no such resource");

    public static PartnerReply Ok<T>(T value, JsonTypeInfo<T> type) => new(200, JsonSerializer.Serialize(value, type));

    /// <summary>A refusal as an RFC 9457 problem.</summary>
    public static PartnerReply Refuse(int status, string detail) => new(
        status,
        new JsonObject { ["title"] = "refused by the partner", ["status"] = status, ["detail"] = detail }
            .ToJsonString(),
        "application/problem+json");

    /// <summary>Leaves out the body (SEC-05).</summary>
    public override string ToString() => $"HTTP {Status}";
}
