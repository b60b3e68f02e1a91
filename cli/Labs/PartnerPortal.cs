using System.Net;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Harness.Cli.Pairs;
using Harness.Features.Living;
using Harness.Protocol;
using Harness.Reference.Security;

namespace Harness.Cli.Labs;

/// <summary>
/// The customers' portal of the simulated partner, in the form of the reference's: creates, accepts, shows and deletes.
/// Whoever has the token acts for every customer.
/// </summary>
internal sealed class PartnerPortal : IAsyncDisposable
{
    private const string Root = "/portal/v1/connections";

    private readonly WebApplication server;
    private readonly Side partner;
    private readonly IReadOnlyCollection<string> customers;

    private PartnerPortal(WebApplication server, Side partner, IReadOnlyCollection<string> customers)
    {
        this.server = server;
        this.partner = partner;
        this.customers = customers;
    }

    /// <summary>Starts it.</summary>
    /// <param name="partner">Whose portal it is.</param>
    /// <param name="customers">Accounts at the partner that can have connections.</param>
    /// <param name="place">Where it listens.</param>
    /// <param name="certificate">Of its server.</param>
    /// <param name="token">What customers show. A secret (SEC-05).</param>
    /// <param name="cancellation">Gives it up.</param>
    /// <exception cref="IOException">The place is not to be had.</exception>
    public static async Task<PartnerPortal> StartAsync(
        Side partner,
        IReadOnlyCollection<string> customers,
        IPEndPoint place,
        X509Certificate2 certificate,
        string token,
        CancellationToken cancellation)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(place, listen => listen.UseHttps(https =>
        {
            https.ServerCertificate = certificate;
            https.SslProtocols = SslProtocols.Tls13;
        })));
        var portal = new PartnerPortal(builder.Build(), partner, customers);
        portal.Map(BearerToken.Of(token));
        try
        {
            await portal.server.StartAsync(cancellation);
            return portal;
        }
        catch
        {
            await portal.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await server.StopAsync();
        await server.DisposeAsync();
    }

    private void Map(BearerToken token)
    {
        server.Use((context, next) => IsShown(token, context.Request)
            ? next(context)
            : Refused(401, "expected the token of the portal").ExecuteAsync(context));
        server.MapPost(Root, (JsonObject body, CancellationToken stop) =>
            AskAsync(Create(body), "expected an environment, bandwidthMbps and remoteAccountId", stop));
        server.MapPost($"{Root}/accept", (JsonObject body, CancellationToken stop) =>
            AskAsync(Accept(body), "expected an activationKey of a customer", stop));
        server.MapGet(Root + "/{id}", (string id, CancellationToken stop) =>
            AskAsync(new Wish.Show(id), stop));
        server.MapDelete(Root + "/{id}", (string id, CancellationToken stop) =>
            AskAsync(new Wish.Delete(id), stop));
    }

    private Task<IResult> AskAsync(Wish? wish, string expected, CancellationToken stop) =>
        wish is null ? Task.FromResult(Refused(400, expected)) : AskAsync(wish, stop);

    private async Task<IResult> AskAsync(Wish wish, CancellationToken stop)
    {
        var account = wish switch
        {
            Wish.Create it => it.Account,
            Wish.Accept it => it.Account,
            _ => null,
        };
        if (account is not null && !customers.Contains(account))
            return Refused(403, $"expected a customer of {partner.Id}: {string.Join(", ", customers)}");
        var answer = await partner.AskAsync(wish, stop);
        return answer is { IsSuccess: true }
            ? Results.Json(answer.Body)
            : Refused(answer?.Status ?? 503, answer?.Text("detail") ?? "the partner does not answer");
    }

    private Wish.Create? Create(JsonObject body) =>
        Text(body, "environment") is { } environment
        && Number(body, "bandwidthMbps") is { } mbps
        && Text(body, "remoteAccountId") is { } remote
            ? new Wish.Create(environment, mbps, Text(body, "accountId") ?? customers.First(), remote)
            : null;

    // For the customer that the key is for, so that a reference's answer can be handed on as it is.
    private static Wish.Accept? Accept(JsonObject body) =>
        Text(body, "activationKey") is { } encoded
        && ActivationKeyCodec.TryDecode(encoded, out var key)
        && key.DestinationAccountId is { } account
            ? new Wish.Accept(encoded, account)
            : null;

    private static string? Text(JsonObject body, string field) =>
        body[field] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static int? Number(JsonObject body, string field) =>
        body[field] is JsonValue value && value.TryGetValue<int>(out var number) ? number : null;

    private static bool IsShown(BearerToken token, HttpRequest request) =>
        $"{request.Headers.Authorization}".Split(' ', 2) is ["Bearer", var shown] && token.Matches(shown);

    private static IResult Refused(int status, string detail) => Results.Problem(detail, statusCode: status);
}
