using System.Net.Http.Headers;
using Harness.Protocol.Client;
using Harness.Reference.Clock;
using Harness.Reference.Hosting;
using Harness.Reference.Ids;
using Harness.Reference.Outbox;
using Harness.Reference.Security;
using Harness.Reference.Store.Sqlite;
using Harness.Reference.Testbed;
using Microsoft.AspNetCore.TestHost;

namespace Harness.Tests.Reference;

/// <summary>A reference coordinator on a test server, with its default testbed and a clock that stands still.</summary>
internal sealed class TestReference : IAsyncDisposable
{
    public const string BorealisToken = "token-of-borealis";
    public const string CirrusToken = "token-of-cirrus";
    public const string PortalToken = "token-of-the-portal";

    /// <summary>Path of the first environment, below which most tests work.</summary>
    public const string Env1 = "/providers/borealis/environments/env-1";

    public static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private TestReference(ReferenceHost host, ControllableClock clock, CollectedLog log)
    {
        Host = host;
        Clock = clock;
        Log = log;
        Borealis = Client(BorealisToken);
        Cirrus = Client(CirrusToken);
        Portal = Client(PortalToken);
        Anonymous = Client(null);
    }

    public ReferenceHost Host { get; }

    public ControllableClock Clock { get; }

    /// <summary>Everything that the server has logged.</summary>
    public CollectedLog Log { get; }

    /// <summary>The partner, whose environments are env-1 and env-2.</summary>
    public HttpClient Borealis { get; }

    /// <summary>The stranger, whose environment is env-cirrus.</summary>
    public HttpClient Cirrus { get; }

    /// <summary>The customer and the operator.</summary>
    public HttpClient Portal { get; }

    public HttpClient Anonymous { get; }

    /// <summary>Starts a coordinator.</summary>
    /// <param name="change">Bends what it is started with.</param>
    /// <param name="partner">Answers the coordinator's own calls to the partner; null where it has no address.</param>
    public static async Task<TestReference> StartAsync(
        Func<ReferenceOptions, ReferenceOptions>? change = null, HttpMessageHandler? partner = null)
    {
        var clock = new ControllableClock(Start);
        var log = new CollectedLog();
        var options = Options(clock, log, partner);
        var host = await ReferenceHost.StartAsync(
            change is null ? options : change(options), CancellationToken.None, server => server.UseTestServer());
        return new TestReference(host, clock, log);
    }

    /// <summary>A client that shows <paramref name="token"/>, or nothing.</summary>
    public HttpClient Client(string? token)
    {
        var client = Host.WebHost.GetTestClient();
        if (token is not null)
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>Leads to the server as its partner's calls do.</summary>
    public HttpMessageHandler Handler() => Host.WebHost.GetTestServer().CreateHandler();

    public async ValueTask DisposeAsync()
    {
        Borealis.Dispose();
        Cirrus.Dispose();
        Portal.Dispose();
        Anonymous.Dispose();
        await Host.DisposeAsync();
        await Log.DisposeAsync();
    }

    /// <summary>What a test's coordinator is started with, but for a certificate.</summary>
    public static ReferenceOptions Options(ControllableClock clock, CollectedLog log, HttpMessageHandler? partner) =>
        new()
        {
            Testbed = DefaultTestbed.Create(2, partner is null ? null : new Uri("https://partner.example/")),
            Store = SqliteDialect.Temporary(Path.GetTempPath(), $"reference-{Path.GetRandomFileName()}"),
            Callers =
            [
                new CallerCredential(BearerToken.Of(BorealisToken), ["borealis"]),
                new CallerCredential(BearerToken.Of(CirrusToken), ["cirrus"]),
            ],
            PortalToken = BearerToken.Of(PortalToken),
            Clock = clock,
            TechnicalTime = TimeProvider.System,
            Ids = new SeededIds(1),
            PageTokenSecret = [1, 2, 3],
            Outbox = new OutboxOptions { FirstRetry = TimeSpan.FromMilliseconds(1) },
            Connect = peer => new CoordinatorClient(
                new HttpMessageInvoker(partner!),
                new ClientOptions(peer.ApiUri!, new NoAuthentication(), TimeProvider.System)),
            Log = log,
        };
}
