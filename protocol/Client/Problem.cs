using System.Text.Json.Nodes;

namespace Harness.Protocol.Client;

/// <summary>
/// An RFC 9457 problem, where a server answers one. No error body is defined by the contract: nothing may
/// depend on it, it only helps to explain.
/// </summary>
/// <param name="Type">URI of the kind of problem.</param>
/// <param name="Title">Its kind, for people.</param>
/// <param name="Detail">What happened this time.</param>
/// <param name="Requirement">Extension of this project's reference: the requirement that the refusal rests on.</param>
public sealed record Problem(string? Type, string? Title, string? Detail, string? Requirement)
{
    /// <summary>Reads a problem from a response; null where the body is no JSON object with a title or type.</summary>
    public static Problem? From(RawResponse response)
    {
        if (response.Json() is not JsonObject body)
            return null;
        var problem = new Problem(
            Text(body, "type"), Text(body, "title"), Text(body, "detail"), Text(body, "requirement"));
        return problem is { Type: null, Title: null } ? null : problem;
    }

    private static string? Text(JsonObject body, string field) =>
        body[field] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
