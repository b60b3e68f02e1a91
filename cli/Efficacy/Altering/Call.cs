using System.Text.Json;
using System.Text.Json.Nodes;
using Harness.Protocol.Operations;

namespace Harness.Cli.Efficacy.Altering;

/// <summary>A request on its way to the reference's handlers.</summary>
/// <param name="http">The request and the answer to come.</param>
/// <param name="next">The handlers.</param>
/// <param name="body">What the request carries.</param>
internal sealed class Call(HttpContext http, RequestDelegate next, byte[] body)
{
    /// <summary>The request and the answer to come.</summary>
    public HttpContext Http => http;

    /// <summary>The operation of the contract; null for the portal's and the operator's.</summary>
    public Operation? Operation { get; } = PublishedOperations.Find(http.Request.Method, PathOf(http));

    /// <summary>Path below the API root, without a leading slash.</summary>
    public string Path { get; } = PathOf(http);

    /// <summary>The segments of the path.</summary>
    public string[] Segments { get; } = PathOf(http).Split('/');

    /// <summary>What the request carries, as text.</summary>
    public string Text => System.Text.Encoding.UTF8.GetString(body);

    /// <summary>The request's JSON object; an empty one where it carries none that can be read.</summary>
    public JsonObject Json()
    {
        try
        {
            return body.Length > 0 && JsonNode.Parse(body) is JsonObject json ? json : [];
        }
        catch (JsonException)
        {
            // What cannot be read is for the handlers to refuse.
            return [];
        }
    }

    /// <summary>A parameter of the query; null where it is not given.</summary>
    public string? Query(string name) => http.Request.Query[name].FirstOrDefault();

    /// <summary>Has the handlers answer.</summary>
    public Task<Reply> ProceedAsync() => ProceedAsync(body);

    /// <summary>Has the handlers answer another body than the one that came.</summary>
    public Task<Reply> ProceedAsync(JsonObject other) => ProceedAsync(JsonSerializer.SerializeToUtf8Bytes(other));

    private async Task<Reply> ProceedAsync(byte[] carried)
    {
        http.Request.Body = new MemoryStream(carried);
        http.Request.ContentLength = carried.Length;
        if (carried.Length > 0)
            http.Request.ContentType ??= "application/json";
        var wire = http.Response.Body;
        using var answer = new MemoryStream();
        http.Response.Body = answer;
        try
        {
            await next(http);
        }
        finally
        {
            http.Response.Body = wire;
        }

        return new Reply
        {
            Status = http.Response.StatusCode,
            Body = answer.ToArray(),
            ContentType = http.Response.ContentType,
        };
    }

    private static string PathOf(HttpContext http) => (http.Request.Path.Value ?? "/").Trim('/');
}
