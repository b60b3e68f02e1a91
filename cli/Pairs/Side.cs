using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Harness.Protocol.Client;
using Harness.Protocol.Names;

namespace Harness.Cli.Pairs;

/// <summary>One of two providers: its portal, and its API as the other one reads it.</summary>
/// <param name="id">Provider id.</param>
/// <param name="http">Reaches its portal; proved by the portal's token.</param>
/// <param name="baseUrl">Root of its API.</param>
/// <param name="reader">Its API, as the other provider.</param>
/// <param name="fault">Why it cannot be had any more; null while it can.</param>
internal sealed class Side(
    string id, HttpClient http, Uri baseUrl, CoordinatorClient reader, Func<string?> fault)
{
    private readonly SideReader state = new(reader);

    public string Id => id;

    /// <summary>Its API, as the other provider calls it.</summary>
    public CoordinatorClient Api => reader;

    /// <summary>
    /// Acts as a customer or an operator; null where nobody answered, as when the process has just died.
    /// </summary>
    /// <param name="method">HTTP method.</param>
    /// <param name="path">Below the API root.</param>
    /// <param name="body">What is sent; null for nothing.</param>
    /// <param name="cancellation">Gives it up.</param>
    /// <exception cref="CannotRunException">The process cannot be started again.</exception>
    public async Task<PortalAnswer?> AskAsync(
        HttpMethod method, string path, JsonObject? body, CancellationToken cancellation)
    {
        if (fault() is { } why)
            throw new CannotRunException($"{id}: {why}");
        using var request = new HttpRequestMessage(method, new Uri(baseUrl, path));
        if (body is not null)
            request.Content = JsonContent.Create(body);
        try
        {
            using var response = await http.SendAsync(request, cancellation);
            var text = await response.Content.ReadAsStringAsync(cancellation);
            var json = text.StartsWith('{') ? JsonNode.Parse(text) as JsonObject : null;
            return new PortalAnswer((int)response.StatusCode, json ?? []);
        }
        catch (HttpRequestException)
        {
            // Nobody is there, or died before the answer: whoever asks decides whether to ask again.
            return null;
        }
    }

    /// <summary>What the other provider sees of what they share, one line each; null while it cannot be read.</summary>
    public Task<IReadOnlyList<string>?> ReadAsync(
        IEnumerable<InterconnectName> interconnects, CancellationToken stop) =>
        state.ReadAsync(interconnects, stop);

    /// <summary>Whether a MACsec key is active on a channel, how many keys it has, and the active one's id.</summary>
    public Task<KeyState?> ReadKeysAsync(ChannelName channel, CancellationToken stop) =>
        state.ReadKeysAsync(channel, stop);

    /// <summary>A portal's HTTP client.</summary>
    public static HttpClient Portal(HttpMessageHandler handler, string token)
    {
        var http = new HttpClient(handler, disposeHandler: false) { Timeout = TimeSpan.FromSeconds(10) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return http;
    }
}
