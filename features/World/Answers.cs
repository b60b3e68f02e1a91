using System.Text.Json.Nodes;
using Harness.Certification.Checks;
using Harness.Protocol.Client;

namespace Harness.Features.World;

/// <summary>What the target answered to one request.</summary>
/// <param name="Request">The request in words, such as <c>CreateConnection</c>.</param>
/// <param name="Path">Below the API root, query included.</param>
/// <param name="Response">The answer as it crossed the wire.</param>
public sealed record Answer(string Request, string Path, RawResponse Response)
{
    public int Status => Response.Status;

    /// <summary>Any 4xx: of refusals only the class is normative, unless a requirement names 409.</summary>
    public bool IsRefusal => Status is >= 400 and <= 499;

    /// <summary>The body as a JSON object; a failed check where it is none (COM-09).</summary>
    public JsonObject Object() => Response.Json() as JsonObject
        ?? throw new CheckFailedException(
            $"the body of the answer to {Request}",
            "a JSON object",
            Response.Body.Length == 0 ? "no body" : "something else");

    /// <summary>The elements of an array of the body; none where the field is absent.</summary>
    public IReadOnlyList<JsonObject> List(string field) =>
        [.. (Object()[field] as JsonArray ?? []).OfType<JsonObject>()];

    /// <summary>A field of the body as text; null where it is absent or null.</summary>
    public string? Text(string field) => Json.Text(Object(), field);

    /// <summary>A field of the body as a number; null where it is absent or none.</summary>
    public long? Number(string field) => Json.Number(Object(), field);

    /// <summary>Requires 200, and answers itself.</summary>
    public Answer Accepted()
    {
        Check.Equal($"the status of the answer to {Request}", 200, Status);
        return this;
    }
}

/// <summary>The answers to the requests of the latest step that made any.</summary>
public sealed class Answers
{
    private IReadOnlyList<Answer> latest = [];

    /// <summary>The answer to the latest request.</summary>
    public Answer Current => latest.Count > 0
        ? latest[^1]
        : throw new InvalidOperationException("no step of this scenario has made a request yet");

    /// <summary>All answers of the latest step, in the order of its requests.</summary>
    public IReadOnlyList<Answer> All => latest.Count > 0
        ? latest
        : throw new InvalidOperationException("no step of this scenario has made a request yet");

    /// <summary>Keeps the answer of a step that made one request.</summary>
    public Answer Keep(Answer answer)
    {
        latest = [answer];
        return answer;
    }

    /// <summary>Keeps the answers of a step that made several requests.</summary>
    public void Keep(IReadOnlyList<Answer> answers) => latest = answers;
}
