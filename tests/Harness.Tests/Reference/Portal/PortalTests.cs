using System.Text;
using System.Text.Json.Nodes;
using Harness.Reference.Hosting;
using Harness.Reference.Testbed;
using NUnit.Framework;
using static Harness.Tests.Reference.Negotiation;

namespace Harness.Tests.Reference.Portal;

[TestFixture]
public sealed class PortalTests
{
    private const string Connections = "/portal/v1/connections";

    [Test]
    public async Task A_create_yields_a_key_with_all_that_was_asked_for_and_calls_nobody()
    {
        using var partner = new StubPartner();
        await using var reference = await TestReference.StartAsync(partner: partner);

        var created = await reference.Portal.PostJsonAsync(
            Connections, """{"environment":"env-1","bandwidthMbps":500,"remoteAccountId":"acct-b"}""").AcceptedAsync();

        var key = JsonNode.Parse(Encoding.UTF8.GetString(Convert.FromBase64String((string)created["activationKey"]!)))!;
        Assert.That((int)key["version"]!, Is.EqualTo(1));
        Assert.That((string?)key["destinationEnvironmentUri"], Is.EqualTo("providers/borealis/environments/env-1"));
        Assert.That((string?)key["sharedConnectionUuid"], Is.EqualTo((string?)created["connectionId"]));
        Assert.That(Guid.TryParse((string?)key["sharedConnectionUuid"], out _));
        Assert.That((int)key["connectionSizeMbps"]!, Is.EqualTo(500));
        Assert.That((string?)key["destinationAccountId"], Is.EqualTo("acct-b"));
        Assert.That((string?)created["state"], Is.EqualTo("ISSUED"));
        Assert.That((string?)created["accountId"], Is.EqualTo("customer-1"));
        Assert.That(partner.Calls, Is.Empty);
        Assert.That(await reference.ReservedAsync(), Is.Zero);
    }

    [TestCase("""{"environment":"env-9","bandwidthMbps":500,"remoteAccountId":"b"}""", 400, "KEY-03")]
    [TestCase("""{"bandwidthMbps":500,"remoteAccountId":"b"}""", 400, "KEY-03")]
    [TestCase("""{"environment":"env-1","bandwidthMbps":3,"remoteAccountId":"b"}""", 400, "KEY-03")]
    [TestCase("""{"environment":"env-1","bandwidthMbps":20000,"remoteAccountId":"b"}""", 400, "KEY-03")]
    [TestCase("""{"environment":"env-1","remoteAccountId":"b"}""", 400, "KEY-03")]
    [TestCase("""{"environment":"env-1","bandwidthMbps":500}""", 400, "KEY-01")]
    [TestCase("""{"environment":"env-1","bandwidthMbps":500,"remoteAccountId":" "}""", 400, "KEY-01")]
    [TestCase(
        """{"environment":"env-1","bandwidthMbps":500,"remoteAccountId":"b","accountId":"customer-suspended"}""",
        403,
        "KEY-03")]
    [TestCase(
        """{"environment":"env-1","bandwidthMbps":500,"remoteAccountId":"b","accountId":"customer-full"}""",
        403,
        "KEY-03")]
    [TestCase(
        """{"environment":"env-1","bandwidthMbps":500,"remoteAccountId":"b","accountId":"nobody"}""", 403, "KEY-03")]
    [TestCase("null", 400, "KEY-03")]
    public async Task A_create_that_cannot_be_kept_is_refused(string body, int status, string requirement)
    {
        await using var reference = await TestReference.StartAsync();

        await reference.Portal.PostJsonAsync(Connections, body).RefusedAsync(status, requirement);

        Assert.That((await reference.Portal.GetJsonAsync(Connections))["connections"]!.AsArray(), Is.Empty);
    }

    [Test]
    public async Task The_last_bandwidth_of_an_environment_is_that_of_its_emptiest_active_interconnect()
    {
        await using var reference = await TestReference.StartAsync();
        await reference.PlaceAsync("ix1", 10_000);
        await reference.PlaceAsync("ix2", 10_000);
        await reference.PlaceAsync("ix-keys", 5000);

        await reference.Portal.PostJsonAsync(
            Connections, """{"environment":"env-1","bandwidthMbps":10000,"remoteAccountId":"b"}""")
            .RefusedAsync(409, "KEY-03");
        await reference.IssueAsync(5000);
    }

    [Test]
    public async Task A_quota_holds_for_live_connections_only()
    {
        await using var reference = await TestReference.StartAsync(WithQuota);
        var (uuid, _) = await reference.IssueAsync();

        await reference.Portal.PostJsonAsync(
            Connections, """{"environment":"env-1","bandwidthMbps":50,"remoteAccountId":"b"}""")
            .RefusedAsync(403, "KEY-03");
        await reference.Portal.DeleteAsync($"{Connections}/{uuid}").AcceptedAsync();
        await reference.IssueAsync();
    }

    [Test]
    public async Task A_list_is_paged_and_visits_every_connection_once()
    {
        await using var reference = await TestReference.StartAsync();
        var issued = new List<string>();
        for (var i = 0; i < 5; i++)
            issued.Add((await reference.IssueAsync()).Uuid);

        var visited = new List<string>();
        string? token = null;
        do
        {
            var page = await reference.Portal.GetJsonAsync($"{Connections}?pageSize=2&pageToken={token}");
            visited.AddRange(page["connections"]!.AsArray().Select(one => (string)one!["connectionId"]!));
            token = (string?)page["nextPageToken"];
        }
        while (token is not null);

        Assert.That(visited, Is.EqualTo(issued));
    }

    [Test]
    public async Task A_delete_reaches_the_partner_and_is_repeated_until_acknowledged()
    {
        var attempts = 0;
        using var partner = new StubPartner();
        await using var reference = await TestReference.StartAsync(partner: partner);
        var uuid = await reference.PlaceAsync();
        partner.On(DeleteAtPeer(uuid), _ => Interlocked.Increment(ref attempts) < 3 ? (500, "{}") : (404, "{}"));

        await reference.Portal.DeleteAsync($"{Connections}/{uuid}").AcceptedAsync();

        await reference.Borealis.GetAsync(Connection(uuid)).RefusedAsync(404);
        await partner.CalledAsync(DeleteAtPeer(uuid), 3);
        Assert.That(await reference.ReservedAsync(), Is.Zero);
        await Eventually.SeeAsync("no delivery left", () => DeliveriesAsync(reference), count => count == 0);
        await reference.Portal.DeleteAsync($"{Connections}/{uuid}").RefusedAsync(404);
    }

    [Test]
    public async Task A_connection_that_the_partner_has_never_heard_of_is_deleted_without_a_call()
    {
        using var partner = new StubPartner();
        await using var reference = await TestReference.StartAsync(partner: partner);
        var (uuid, _) = await reference.IntendAsync();

        await reference.Portal.DeleteAsync($"{Connections}/{uuid}").AcceptedAsync();

        Assert.That(await DeliveriesAsync(reference), Is.Zero);
        Assert.That(partner.Calls, Is.Empty);
    }

    private static string DeleteAtPeer(string uuid) =>
        $"DELETE {Connection(uuid).Replace("/borealis/", "/aurora/", StringComparison.Ordinal)}";

    private static Task<int> DeliveriesAsync(TestReference reference) => reference.Host.Coordinator.Store.ReadAsync(
        transaction => transaction.ScalarAsync<int>("SELECT COUNT(*) FROM deliveries"), CancellationToken.None);

    private static ReferenceOptions WithQuota(ReferenceOptions options) => options with
    {
        Testbed = new TestbedModel(
            options.Testbed.Provider,
            options.Testbed.Peers,
            [new TestbedAccount("customer-1", ConnectionQuota: 1)],
            options.Testbed.Environments,
            options.Testbed.KeyLifetime),
    };
}
