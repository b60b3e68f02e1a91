using System.Text.Json.Nodes;
using Harness.Protocol.Client;
using Harness.Protocol.Names;

namespace Harness.Features.World;

/// <summary>
/// Somebody who calls the target's API: the partner, a stranger, or nobody in particular. Bodies are free
/// JSON, so that scenarios can say what no record could. The answers are not judged here.
/// </summary>
/// <param name="client">How the calls are made and proved.</param>
/// <param name="cancellation">Ends with the scenario.</param>
public sealed class Caller(CoordinatorClient client, Func<CancellationToken> cancellation)
{
    public Task<Answer> Get(string path) => Send(HttpMethod.Get, path, null);

    public Task<Answer> Get(ResourceName name) => Get(name.ToString());

    public Task<Answer> List(string collection, string? pageSize = null, string? pageToken = null)
    {
        var parameters = new[] { ("pageSize", pageSize), ("pageToken", pageToken) }
            .Where(parameter => parameter.Item2 is not null)
            .Select(parameter => $"{parameter.Item1}={Uri.EscapeDataString(parameter.Item2!)}");
        var query = string.Join('&', parameters);
        return Get(query.Length == 0 ? collection : $"{collection}?{query}");
    }

    public Task<Answer> Post(string path, JsonNode? body) => Send(HttpMethod.Post, path, RequestBody.Json(body));

    public Task<Answer> Patch(string path, JsonNode? body) => Send(HttpMethod.Patch, path, RequestBody.Json(body));

    public Task<Answer> Delete(ResourceName name) => Send(HttpMethod.Delete, name.ToString(), null);

    public Task<Answer> ConfirmActivationKey(EnvironmentName environment, JsonObject body) =>
        Post($"{environment}/ConfirmActivationKey", body);

    public Task<Answer> CreateConnection(ConnectionName name, JsonObject body) =>
        Post($"{name.Interconnect}/connections?connectionId={Uri.EscapeDataString(name.Id)}", body);

    public Task<Answer> UpdateConnection(ConnectionName name, JsonObject body, string? mask = null) =>
        Patch(mask is null ? $"{name}" : $"{name}?updateMask={Uri.EscapeDataString(mask)}", body);

    public Task<Answer> GenerateFeatureGuidance(ConnectionName name) =>
        Post($"{name}/GenerateFeatureGuidance", new JsonObject());

    public Task<Answer> NotifyConnectionStatus(ConnectionName name) =>
        Post($"{name}/NotifyConnectionStatus", new JsonObject());

    public Task<Answer> CreateFeature(FeatureName name, JsonNode body) =>
        Post($"{name.Connection}/features?featureId={Uri.EscapeDataString(name.Id)}", body);

    public Task<Answer> CreateMacSecKey(MacSecKeyName name, JsonObject body) =>
        Post($"{name.Channel}/macSecKeys?macSecKeyId={Uri.EscapeDataString(name.Id)}", body);

    public Task<Answer> CreateIssue(IssueName name, JsonObject body) =>
        Post($"{name.Provider}/issues?issueId={Uri.EscapeDataString(name.Id)}", body);

    /// <summary>Any request, with any bytes or none.</summary>
    /// <param name="method">HTTP method.</param>
    /// <param name="path">Below the API root, query included.</param>
    /// <param name="body">What to send; null for nothing.</param>
    public async Task<Answer> Send(HttpMethod method, string path, RequestBody? body)
    {
        var operation = Protocol.Operations.PublishedOperations.Find(method.Method, path.Split('?')[0])?.Id;
        var response = await client.SendAsync(method, path, body, operation, cancellation());
        return new Answer(operation ?? $"{method} {path}", path, response);
    }
}
