using System.Text.Json.Nodes;

namespace Harness.Cli.Pairs;

/// <summary>What a portal answered.</summary>
/// <param name="Status">HTTP status code.</param>
/// <param name="Body">The answer; empty where it is none that can be read. It may hold a key: a secret (SEC-05).
/// </param>
internal sealed record PortalAnswer(int Status, JsonObject Body)
{
    public bool IsSuccess => Status is >= 200 and <= 299;

    /// <summary>A field as text; null where it is absent.</summary>
    public string? Text(string field) => (string?)Body[field];

    /// <summary>Leaves out the body (SEC-05).</summary>
    public override string ToString() => $"{Status} {Body["detail"]}".TrimEnd();
}
