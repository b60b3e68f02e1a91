using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Harness.Protocol.Client;

namespace Harness.Cli.Efficacy.Altering;

/// <summary>A call of the reference's on its way to its peer.</summary>
/// <param name="request">The call.</param>
/// <param name="send">Sends one.</param>
internal sealed class PeerCall(
    HttpRequestMessage request, Func<HttpRequestMessage, Task<HttpResponseMessage>> send)
{
    /// <summary>Id of the operation.</summary>
    public string Operation { get; } =
        request.Options.TryGetValue(CoordinatorClient.OperationKey, out var operation) ? operation : "";

    /// <summary>Path and query below the peer's root.</summary>
    public string Path { get; } = request.RequestUri!.PathAndQuery;

    /// <summary>The segments of the path.</summary>
    public string[] Segments { get; } = request.RequestUri!.AbsolutePath.Trim('/').Split('/');

    /// <summary>What it carries; an empty object where it carries no JSON object.</summary>
    public async Task<JsonObject> JsonAsync() =>
        request.Content is not null && JsonNode.Parse(await request.Content.ReadAsStringAsync()) is JsonObject json
            ? json
            : [];

    /// <summary>Sends it.</summary>
    public Task<HttpResponseMessage> ProceedAsync() => send(request);

    /// <summary>Sends another one like it.</summary>
    /// <param name="path">Path and query; null for the same.</param>
    /// <param name="json">What it carries; null for the same.</param>
    public async Task<HttpResponseMessage> ProceedAsync(string? path, JsonObject? json)
    {
        using var other = Like(request.Method, path ?? Path);
        var body = json?.ToJsonString()
            ?? (request.Content is null ? null : await request.Content.ReadAsStringAsync());
        other.Content = body is null ? null : Text(body);
        return await send(other);
    }

    /// <summary>Sends a delete of something else before it or after it.</summary>
    public async Task DeleteAsync(string path)
    {
        using var other = Like(HttpMethod.Delete, path);
        using var answer = await send(other);
    }

    /// <summary>An answer that the peer never gave.</summary>
    public static HttpResponseMessage Reply(int status, JsonNode? json = null) => new((HttpStatusCode)status)
    {
        Content = Text(json?.ToJsonString() ?? "{}"),
    };

    private static StringContent Text(string json) => new(json, Encoding.UTF8, "application/json");

    private HttpRequestMessage Like(HttpMethod method, string path)
    {
        var other = new HttpRequestMessage(method, new Uri(request.RequestUri!, path))
        {
            Version = request.Version,
            VersionPolicy = request.VersionPolicy,
        };
        foreach (var header in request.Headers)
            other.Headers.TryAddWithoutValidation(header.Key, header.Value);
        return other;
    }
}
