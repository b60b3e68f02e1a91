using System.Net;
using System.Text.Json.Nodes;
using Harness.Reference.Hosting;
using Harness.Reference.Ids;
using Harness.Reference.Negotiations;
using Harness.Reference.Security;
using Harness.Reference.Store.Sqlite;
using Harness.Reference.Testbed;

namespace Harness.Tests.Reference;

/// <summary>
/// Two coordinators that call each other: aurora, which accepts and drives, and borealis, whose portal issues keys.
/// What aurora calls can be bent on the way; aurora can be stopped and started again on the same store.
/// </summary>
internal sealed class ReferencePair : IAsyncDisposable
{
    private readonly string path = Path.Combine(Path.GetTempPath(), $"pair-{Path.GetRandomFileName()}.db");

    private ReferencePair(TestReference borealis) => Borealis = borealis;

    /// <summary>The one that drives.</summary>
    public TestReference Aurora { get; private set; } = null!;

    /// <summary>The one that issues keys.</summary>
    public TestReference Borealis { get; }

    /// <summary>What aurora calls.</summary>
    public Wire ToBorealis { get; } = new();

    /// <summary>What borealis calls.</summary>
    public Wire ToAurora { get; private init; } = null!;

    /// <summary>Starts both.</summary>
    public static async Task<ReferencePair> StartAsync(
        Func<ReferenceOptions, ReferenceOptions>? aurora = null,
        Func<ReferenceOptions, ReferenceOptions>? borealis = null)
    {
        var toAurora = new Wire();
        var other = await TestReference.StartAsync(
            options =>
            {
                var own = options with
                {
                    Testbed = Mirror(options.Testbed),
                    Callers = [new CallerCredential(BearerToken.Of(TestReference.BorealisToken), ["aurora"])],
                    Ids = new SeededIds(2),
                };
                return borealis is null ? own : borealis(own);
            },
            toAurora);
        var pair = new ReferencePair(other) { ToAurora = toAurora };
        await pair.StartAuroraAsync(aurora);
        return pair;
    }

    /// <summary>Starts aurora on its store, for the first time or again.</summary>
    public async Task StartAuroraAsync(Func<ReferenceOptions, ReferenceOptions>? change = null)
    {
        ToBorealis.Connect(Borealis);
        Aurora = await TestReference.StartAsync(
            options =>
            {
                var own = options with
                {
                    Store = SqliteDialect.File(path),
                    Negotiation = new NegotiationOptions { Patience = TimeSpan.FromMilliseconds(300) },
                };
                return change is null ? own : change(own);
            },
            ToBorealis);
        ToAurora.Connect(Aurora);
    }

    /// <summary>Stops aurora and starts it again: what it was about is in its store.</summary>
    public async Task RestartAuroraAsync(Func<ReferenceOptions, ReferenceOptions>? change = null)
    {
        await Aurora.DisposeAsync();
        await StartAuroraAsync(change);
    }

    /// <summary>The operator moves a connection.</summary>
    public async Task MigrateAsync(string uuid, string? interconnect) =>
        await Aurora.Portal.PostJsonAsync(
            "/operator/v1/migrations",
            new JsonObject { ["connectionId"] = uuid, ["interconnect"] = interconnect }.ToJsonString())
            .JsonOfAsync(HttpStatusCode.Accepted);

    /// <summary>The operator takes the feature of a channel away.</summary>
    public async Task WithdrawAsync(string uuid, string interconnect, string channel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, "/operator/v1/features")
        {
            Content = Answers.Body(new JsonObject
            {
                ["environment"] = "env-1",
                ["interconnect"] = interconnect,
                ["connectionId"] = uuid,
                ["channel"] = channel,
            }.ToJsonString()),
        };
        await Aurora.Portal.SendAsync(request).JsonOfAsync(HttpStatusCode.Accepted);
    }

    /// <summary>The customer creates at borealis and brings the key to aurora; answers the UUID.</summary>
    public async Task<string> AcceptAsync(int mbps = 1000, string environment = "env-1")
    {
        var key = await IssueAsync(mbps, environment);
        var accepted = await Aurora.Portal.PostJsonAsync(
            "/portal/v1/connections/accept",
            new JsonObject { ["activationKey"] = key }.ToJsonString()).JsonOfAsync(HttpStatusCode.Accepted);
        return (string)accepted["connectionId"]!;
    }

    /// <summary>The customer creates at borealis; answers the key.</summary>
    public async Task<string> IssueAsync(int mbps = 1000, string environment = "env-1")
    {
        var created = await Borealis.Portal.PostJsonAsync(
            "/portal/v1/connections",
            $$"""{"environment":"{{environment}}","bandwidthMbps":{{mbps}},"remoteAccountId":"customer-1"}""")
            .AcceptedAsync();
        return (string)created["activationKey"]!;
    }

    /// <summary>Waits until both portals show the connection in a state.</summary>
    public async Task BothAsync(string uuid, string verification)
    {
        foreach (var side in (TestReference[])[Aurora, Borealis])
            await Eventually.SeeAsync(
                $"{uuid} to be {verification}",
                () => ShownAsync(side, uuid),
                shown => (string?)shown["verificationState"] == verification);
    }

    /// <summary>Waits until aurora's portal tells of a failure; answers what it shows.</summary>
    public Task<JsonNode> FailedAsync(string uuid) => Eventually.SeeAsync(
        $"{uuid} to have failed", () => ShownAsync(Aurora, uuid), shown => shown["failure"] is not null);

    /// <summary>What a portal shows.</summary>
    public static Task<JsonNode> ShownAsync(TestReference side, string uuid) =>
        side.Portal.GetJsonAsync($"/portal/v1/connections/{uuid}");

    /// <summary>Where a connection is, on both sides: id of the interconnect, reserved bandwidth, features.</summary>
    public async Task<IReadOnlyList<string>> PlacesAsync(TestReference side) =>
        await side.Host.Coordinator.Store.ReadAsync(
            transaction => transaction.QueryAsync<string>(
                """
                SELECT substr(i.name, instr(i.name, '/interconnects/') + 15) || ' ' || i.reserved_mbps || ' '
                    || (SELECT COUNT(*) FROM features f WHERE f.connection_id = c.id AND f.agreed = 1)
                FROM connections c JOIN interconnects i ON i.id = c.interconnect_id ORDER BY 1
                """),
            CancellationToken.None);

    /// <summary>Expects that nothing is reserved anywhere and nothing left to be delivered.</summary>
    public async Task NothingLeftAsync()
    {
        foreach (var side in (TestReference[])[Aurora, Borealis])
            await Eventually.SeeAsync(
                "nothing to be left",
                () => side.Host.Coordinator.Store.ReadAsync(
                    transaction => transaction.ScalarAsync<int>(
                        """
                        SELECT (SELECT SUM(reserved_mbps) FROM interconnects) + (SELECT COUNT(*) FROM connections)
                            + (SELECT COUNT(*) FROM features) + (SELECT COUNT(*) FROM negotiations)
                            + (SELECT COUNT(*) FROM deliveries)
                        """),
                    CancellationToken.None),
                left => left == 0);
    }

    public async ValueTask DisposeAsync()
    {
        await Aurora.DisposeAsync();
        await Borealis.DisposeAsync();
        ToBorealis.Dispose();
        ToAurora.Dispose();
        foreach (var suffix in (string[])["", "-wal", "-shm"])
            File.Delete(path + suffix);
    }

    // The same testbed, as the other of its two providers serves it.
    private static TestbedModel Mirror(TestbedModel testbed) => new(
        new TestbedProvider(DefaultTestbed.PartnerId, "Borealis Cloud"),
        [new TestbedPeer(DefaultTestbed.ProviderId, "Aurora Cloud", new Uri("https://aurora.example/"))],
        testbed.Accounts,
        [
            .. testbed.Environments.Where(environment => environment.Peer == DefaultTestbed.PartnerId)
                .Select(environment => environment with { Peer = DefaultTestbed.ProviderId }),
        ],
        testbed.KeyLifetime);
}
