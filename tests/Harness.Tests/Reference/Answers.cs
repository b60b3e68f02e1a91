using System.Net;
using System.Text.Json.Nodes;
using NUnit.Framework;

namespace Harness.Tests.Reference;

/// <summary>Looks at answers of the reference coordinator as JSON, as a stranger would see them.</summary>
internal static class Answers
{
    /// <summary>The JSON that a GET is answered with; the status has to be 200.</summary>
    public static async Task<JsonNode> GetJsonAsync(this HttpClient client, string path)
    {
        using var response = await client.GetAsync(path);
        return await response.JsonAsync(HttpStatusCode.OK);
    }

    /// <summary>Posts JSON, written as it is.</summary>
    public static Task<HttpResponseMessage> PostJsonAsync(this HttpClient client, string path, string json) =>
        client.PostAsync(path, Body(json));

    /// <summary>A JSON body, written as it is.</summary>
    public static StringContent Body(string json) => new(json, null, "application/json");

    /// <summary>The JSON of a response, whose status has to be <paramref name="status"/>.</summary>
    public static async Task<JsonNode> JsonAsync(this HttpResponseMessage response, HttpStatusCode status)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.That(response.StatusCode, Is.EqualTo(status), text);
        return JsonNode.Parse(text)!;
    }

    /// <summary>
    /// Expects a refusal as problem details.
    /// </summary>
    /// <param name="asked">The request under way.</param>
    /// <param name="status">HTTP status.</param>
    /// <param name="requirement">The requirement that the problem names; null for any.</param>
    /// <returns>The problem's detail.</returns>
    public static async Task<string> RefusedAsync(
        this Task<HttpResponseMessage> asked, int status, string? requirement = null)
    {
        using var response = await asked;
        var problem = await response.JsonAsync((HttpStatusCode)status);
        Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/problem+json"));
        Assert.That((int)problem["status"]!, Is.EqualTo(status));
        Assert.That((string?)problem["type"], Does.StartWith("urn:connection-coordinator:error:"));
        if (requirement is not null)
            Assert.That((string?)problem["requirement"], Is.EqualTo(requirement), (string?)problem["detail"]);
        return (string)problem["detail"]!;
    }

    /// <summary>Expects 200 and answers the JSON.</summary>
    public static Task<JsonNode> AcceptedAsync(this Task<HttpResponseMessage> asked) =>
        asked.JsonOfAsync(HttpStatusCode.OK);

    /// <summary>Expects a status and answers the JSON.</summary>
    public static async Task<JsonNode> JsonOfAsync(this Task<HttpResponseMessage> asked, HttpStatusCode status)
    {
        using var response = await asked;
        return await response.JsonAsync(status);
    }
}
