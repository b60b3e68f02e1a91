using System.Security.Authentication;
using System.Text.Json.Nodes;
using Harness.Cli.Efficacy.Altering;
using Harness.Cli.Local;
using Harness.Reference.Security;
using Harness.Reference.Testbed;
using static Harness.Protocol.Operations.PublishedOperations;

namespace Harness.Cli.Efficacy.Mutants;

/// <summary>Who calls is not looked at as it should be (COM-03, COM-12, SEC-01 to SEC-04).</summary>
internal static class IdentityMutants
{
    private const string Anonymous = "anonymous";

    public static IEnumerable<Mutant> All =>
    [
        new("tls-1.2-spoken", "SEC-01", "TLS 1.2 is spoken as well",
            Alter.Tls(SslProtocols.Tls12 | SslProtocols.Tls13)),
        new("tls-1.3-not-spoken", "SEC-01", "TLS 1.2 is spoken and nothing newer", Alter.Tls(SslProtocols.Tls12)),
        new("reads-without-authentication", "SEC-02", "reads need no authentication",
            LetIn(call => call.Http.Request.Method == "GET" && Authorization(call) is null)),
        new("notifications-without-authentication", "SEC-02", "a notification needs no authentication",
            LetIn(call => call.Operation == NotifyConnectionStatus && Authorization(call) is null)),
        new("issues-without-authentication", "SEC-02", "an issue can be created without authentication",
            LetIn(call => call.Operation == CreateIssue && Authorization(call) is null)),
        new("authentication-after-the-work", "SEC-02", "a delete without authentication is carried out, then refused",
            ThenRefused(LetIn(call => call.Operation == DeleteConnection && Authorization(call) is null))),
        new("empty-token-accepted", "SEC-03", "a header without a token passes for the partner's",
            LetIn(call => Authorization(call)?.Trim() == "Bearer")),
        new("token-compared-by-its-beginning", "SEC-03", "the beginning of a good token is enough",
            Resembling((good, given) => given.Length > 8 && good.StartsWith(given, StringComparison.Ordinal))),
        new("token-compared-by-half", "SEC-03", "only the first half of a token is compared",
            Resembling((good, given) => given.Length == good.Length && given[..(good.Length / 2)]
                == good[..(good.Length / 2)])),
        new("token-judged-after-the-work", "SEC-03", "an update with a wrong token is carried out, then refused",
            ThenRefused(LetIn(call => call.Operation == UpdateConnection && Authorization(call) is not null))),
        new("all-providers-listed", "SEC-04", "ListProviders lists every provider that the target knows",
            Wire.Answers(ListProviders, json => json["providers"]!.AsArray().Add(new JsonObject
            {
                ["name"] = "providers/dione",
                ["displayName"] = "Dione Cloud",
            }))),
        new("own-peers-listed", "SEC-04", "a stranger is listed the partner as well",
            Wire.Answers(ListProviders, json => json["providers"] = new JsonArray(
                Provider(DefaultTestbed.ProviderId), Provider(DefaultTestbed.PartnerId), Provider("cirrus")))),
        Unguarded("features", "/features"),
        Unguarded("keys", "/macSecKeys"),
        Unguarded("issues", "/issues"),
        Unguarded("confirmation", "/ConfirmActivationKey"),
        Unguarded("connections", "/connections"),
        new("isolation-after-the-work", "COM-03", "another provider's delete is carried out, then refused",
            After404(Unguard(path => path.Contains("/connections/", StringComparison.Ordinal)))),
        new("existence-told", "COM-12", "the refusal of another provider's resource is 403, of one that never was 404",
            Alter.With<Memory>(memory => Wire.Calls(async call =>
            {
                var reply = await call.ProceedAsync();
                if (reply.IsSuccess && call.Operation == CreateConnection)
                    memory.Keep($"{call.Path}/{call.Query("connectionId")}");
                return reply.Status == 404 && memory.Knows(call.Path) ? Reply.Of(403) : reply;
            }))),
    ];

    private static string? Authorization(Call call) => call.Http.Request.Headers.Authorization.FirstOrDefault();

    private static JsonObject Provider(string id) =>
        new() { ["name"] = $"providers/{id}", ["displayName"] = id };

    private static Mutant Unguarded(string name, string part) => new(
        $"isolation-of-{name}-missing",
        "COM-03",
        $"what lies at {part} can be had below another provider's prefix",
        Unguard(path => path.Contains(part, StringComparison.Ordinal)));

    private static Alteration Unguard(Func<string, bool> path) => Alter.Rules(SecurityRules.OwnPrefix with
    {
        Decide = @case => path(@case.Path) ? null : SecurityRules.OwnPrefix.Decide(@case),
    });

    // Certain calls pass for the partner's.
    private static Alteration LetIn(Func<Call, bool> which) => Alter.All(
        options => options with
        {
            Callers =
            [
                .. options.Callers,
                new CallerCredential(BearerToken.Of(Anonymous), [DefaultTestbed.PartnerId]),
            ],
        },
        Alter.With<Memory>(memory => Wire.Calls(async call =>
        {
            var given = Authorization(call);
            if (!which(call) || (given is not null && memory.Knows(given)))
                return await call.ProceedAsync();
            // A token that was good once is let through as it is.
            if (given is { Length: > 8 } && (await call.ProceedAsync()) is { Status: not 401 } good)
            {
                memory.Keep(given);
                return good;
            }

            call.Http.Request.Headers.Authorization = $"Bearer {Anonymous}";
            return await call.ProceedAsync();
        })));

    private static Alteration Resembling(Func<string, string, bool> same) =>
        Alter.With<Memory>(memory => Wire.Calls(async call =>
        {
            const string Scheme = "Bearer ";
            var given = Authorization(call) is { } header && header.StartsWith(Scheme, StringComparison.Ordinal)
                ? header[Scheme.Length..]
                : "";
            if (memory.NamesBelow("").FirstOrDefault(good => same(good, given)) is { } resembled)
                call.Http.Request.Headers.Authorization = Scheme + resembled;
            var reply = await call.ProceedAsync();
            if (reply.IsSuccess && given.Length > 0 && call.Operation is not null)
                memory.Keep(given);
            return reply;
        }));

    private static Alteration ThenRefused(Alteration letIn) => Alter.All(
        Wire.Calls(async call =>
        {
            var given = Authorization(call);
            var reply = await call.ProceedAsync();
            return Authorization(call) == given ? reply : Reply.Of(401);
        }),
        letIn);

    private static Alteration After404(Alteration unguarded) => Alter.All(
        Alter.With<Memory>(memory => Wire.Calls(async call =>
        {
            var token = Authorization(call) ?? "";
            var reply = await call.ProceedAsync();
            if (call.Operation == CreateConnection && reply.IsSuccess)
                memory.Keep("owner", token);
            var foreign = memory.Of("owner") is { } owner && owner != token && call.Operation is not null;
            return foreign && call.Path.Contains("/connections/", StringComparison.Ordinal) ? Reply.Of(404) : reply;
        })),
        unguarded);
}
