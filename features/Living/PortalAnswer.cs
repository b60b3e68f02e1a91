using System.Text.Json.Nodes;

namespace Harness.Features.Living;

/// <summary>What a portal answered.</summary>
/// <param name="Status">HTTP status code.</param>
/// <param name="Body">The answer; empty where it is none that can be read. It may hold a key: a secret (SEC-05).
/// </param>
public sealed record PortalAnswer(int Status, JsonObject Body)
{
    public bool IsSuccess => Status is >= 200 and <= 299;

    /// <summary>Done, or taken on.</summary>
    /// <param name="fields">What is told with it.</param>
    public static PortalAnswer Granted(params IEnumerable<(string Field, string? Text)> fields) => new(
        200, new JsonObject(fields.Select(it => KeyValuePair.Create(it.Field, (JsonNode?)it.Text))));

    /// <summary>Refused, for a reason that a person understands.</summary>
    public static PortalAnswer Refused(int status, string detail) =>
        new(status, new JsonObject { ["detail"] = detail });

    /// <summary>A field as text; null where it is absent.</summary>
    public string? Text(string field) => (string?)Body[field];

    /// <summary>Leaves out the body (SEC-05).</summary>
    public override string ToString() => $"{Status} {Body["detail"]}".TrimEnd();
}
