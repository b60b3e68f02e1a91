using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Harness.Features.Living;
using Harness.Protocol.Names;

namespace Harness.Cli.Pairs;

/// <summary>The portal of a reference, over HTTP.</summary>
/// <param name="http">Proved by the portal's token.</param>
/// <param name="baseUrl">Root of the reference's API.</param>
internal sealed class HttpPortal(HttpClient http, Uri baseUrl) : IPortal
{
    private const string Connections = "portal/v1/connections";
    private const string Maintenance = "operator/v1/maintenance";
    private const string Clock = "operator/v1/clock";

    public Task<PortalAnswer?> AskAsync(Wish wish, CancellationToken cancellation) => wish switch
    {
        Wish.Create it => SendAsync(HttpMethod.Post, Connections, Of(it), cancellation),
        Wish.Accept it => SendAsync(HttpMethod.Post, $"{Connections}/accept", Of(it), cancellation),
        Wish.Update it => SendAsync(
            HttpMethod.Patch,
            $"{Connections}/{it.Uuid}",
            new JsonObject { ["bandwidthMbps"] = it.Mbps },
            cancellation),
        Wish.Delete it => SendAsync(HttpMethod.Delete, $"{Connections}/{it.Uuid}", null, cancellation),
        Wish.Show it => SendAsync(HttpMethod.Get, $"{Connections}/{it.Uuid}", null, cancellation),
        Wish.Migrate it => SendAsync(
            HttpMethod.Post,
            "operator/v1/migrations",
            new JsonObject { ["connectionId"] = it.Uuid, ["interconnect"] = it.Interconnect },
            cancellation),
        Wish.Rotate it => SendAsync(HttpMethod.Post, "operator/v1/rotations", Of(it.Channel), cancellation),
        Wish.DropFeature it => SendAsync(
            HttpMethod.Delete,
            "operator/v1/features",
            Of(it.Channel, ("connectionId", it.Uuid)),
            cancellation),
        Wish.Maintain it => SendAsync(
            HttpMethod.Post,
            Maintenance,
            Of(it.Channel, ("startTime", Text(it.Start)), ("endTime", Text(it.End))),
            cancellation),
        Wish.CancelMaintenance it =>
            SendAsync(HttpMethod.Delete, $"{Maintenance}/{it.MaintenanceId}", null, cancellation),
        _ => throw new InvalidOperationException("a wish is one of those that there are"),
    };

    public async Task<DateTimeOffset?> AdvanceAsync(DateTimeOffset to, CancellationToken cancellation)
    {
        if (await SendAsync(HttpMethod.Get, Clock, null, cancellation) is not { } read)
            return null;
        var now = DateTimeOffset.Parse(read.Text("now")!, CultureInfo.InvariantCulture);
        if (now < to)
        {
            var body = new JsonObject { ["advanceSeconds"] = (to - now).TotalSeconds };
            await SendAsync(HttpMethod.Post, Clock, body, cancellation);
        }

        return now;
    }

    /// <summary>A portal's HTTP client.</summary>
    public static HttpClient Client(HttpMessageHandler handler, string token)
    {
        var http = new HttpClient(handler, disposeHandler: false) { Timeout = TimeSpan.FromSeconds(10) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return http;
    }

    private async Task<PortalAnswer?> SendAsync(
        HttpMethod method, string path, JsonObject? body, CancellationToken cancellation)
    {
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

    private static JsonObject Of(Wish.Create wish) => new()
    {
        ["environment"] = wish.Environment,
        ["bandwidthMbps"] = wish.Mbps,
        ["accountId"] = wish.Account,
        ["remoteAccountId"] = wish.RemoteAccount,
    };

    private static JsonObject Of(Wish.Accept wish) =>
        new() { ["activationKey"] = wish.ActivationKey, ["accountId"] = wish.Account };

    private static JsonObject Of(ChannelName channel, params (string Field, string Text)[] more)
    {
        var body = new JsonObject
        {
            ["environment"] = channel.Interconnect.Environment.Id,
            ["interconnect"] = channel.Interconnect.Id,
            ["channel"] = channel.Id,
        };
        foreach (var (field, text) in more)
            body[field] = text;
        return body;
    }

    private static string Text(DateTimeOffset instant) => instant.ToString("O", CultureInfo.InvariantCulture);
}
