using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Harness.Reference.Portal;
using NUnit.Framework;

namespace Harness.Tests.Reference.Portal;

[TestFixture]
public sealed class AcceptTests
{
    private const string Accept = "/portal/v1/connections/accept";
    private const string Uuid = "4f3c2a10-0000-4000-8000-000000000001";

    private StubPartner partner = null!;
    private TestReference reference = null!;

    [SetUp]
    public async Task Start()
    {
        partner = new StubPartner();
        reference = await TestReference.StartAsync(partner: partner);
    }

    [TearDown]
    public async Task Stop()
    {
        await reference.DisposeAsync();
        partner.Dispose();
    }

    [TestCase("destinationEnvironmentUri", null, 400, "KEY-04")]
    [TestCase("sharedConnectionUuid", "not/an/id", 400, "KEY-04")]
    [TestCase("destinationEnvironmentUri", "providers/borealis/environments/env-9", 400, "KEY-05")]
    [TestCase("destinationEnvironmentUri", "providers/nobody/environments/env-1", 400, "KEY-05")]
    [TestCase("destinationEnvironmentUri", "providers/cirrus/environments/env-cirrus", 400, "KEY-05")]
    [TestCase("destinationAccountId", "somebody-else", 403, "KEY-07")]
    public async Task A_key_that_cannot_be_accepted_is_refused_at_once_and_nobody_is_asked(
        string field, string? value, int status, string requirement)
    {
        var key = Key();
        key[field] = value;

        await AcceptAsync(key).RefusedAsync(status, requirement);

        await NothingIsThereAsync();
    }

    [TestCase("")]
    [TestCase("no base64 at all")]
    [TestCase("e30=")]
    public async Task What_is_no_key_is_refused(string text)
    {
        await reference.Portal.PostJsonAsync(Accept, $$"""{"activationKey":"{{text}}"}""").RefusedAsync(400, "KEY-04");
        await reference.Portal.PostJsonAsync(Accept, "null").RefusedAsync(400, "KEY-04");

        await NothingIsThereAsync();
    }

    [Test]
    public async Task A_size_that_is_not_on_offer_or_does_not_fit_is_refused()
    {
        var odd = Key();
        odd["connectionSizeMbps"] = 3;
        await AcceptAsync(odd).RefusedAsync(400, "KEY-06");

        var large = Key();
        large["connectionSizeMbps"] = 10_000;
        foreach (var ix in (string[])["ix1", "ix2", "ix-keys"])
            await reference.PlaceAsync(ix, 50);
        await AcceptAsync(large).RefusedAsync(409, "KEY-06");

        await NothingIsThereAsync();
    }

    [TestCase("customer-suspended")]
    [TestCase("customer-full")]
    [TestCase("nobody")]
    public async Task An_account_that_may_have_no_connection_is_refused(string account)
    {
        var key = Key();
        key["destinationAccountId"] = account;

        await AcceptAsync(key, account).RefusedAsync(403, "KEY-07");

        await NothingIsThereAsync();
    }

    [Test]
    public async Task A_key_is_accepted_with_either_provider_in_its_environment_uri()
    {
        var key = Key();
        key["destinationEnvironmentUri"] = "providers/aurora/environments/env-1";

        var shown = await AcceptAsync(key).JsonOfAsync(HttpStatusCode.Accepted);

        Assert.That((string?)shown["environment"], Is.EqualTo("env-1"));
        Assert.That((string?)shown["state"], Is.EqualTo("ACCEPTED"));
        Assert.That((string?)shown["progress"], Is.EqualTo("The activation key is being checked with the partner."));
    }

    [TestCase(200, """{"keyValid":false}""")]
    [TestCase(200, "{}")]
    [TestCase(404, "{}")]
    public async Task A_key_that_the_peer_does_not_confirm_leads_to_no_connection_and_the_customer_is_told(
        int status, string body)
    {
        partner.On(Confirmation, _ => (status, body));

        await AcceptAsync(Key()).JsonOfAsync(HttpStatusCode.Accepted);

        var shown = await FailureAsync();
        Assert.That((string?)shown["state"], Is.EqualTo("FAILED"));
        Assert.That((string?)shown["failure"], Does.StartWith("The partner does not hold the activation key"));
        Assert.That(partner.Calls, Is.EqualTo((string[])[Confirmation]));
        Assert.That(await CountAsync("connections") + await CountAsync("negotiations"), Is.Zero);
    }

    [Test]
    public async Task The_peer_is_asked_with_the_key_as_it_was_brought()
    {
        var asked = new TaskCompletionSource<string>();
        partner.On(Confirmation, body =>
        {
            asked.TrySetResult(body);
            return (200, """{"keyValid":false}""");
        });

        await AcceptAsync(Key()).JsonOfAsync(HttpStatusCode.Accepted);

        Assert.That((string?)JsonNode.Parse(await asked.Task)!["encodedKey"], Is.EqualTo(Encode(Key())));
    }

    [Test]
    public async Task A_key_is_accepted_once_but_again_after_a_failure()
    {
        using var hold = new ManualResetEventSlim();
        partner.On(Confirmation, _ =>
        {
            hold.Wait(TimeSpan.FromSeconds(10));
            return (200, """{"keyValid":false}""");
        });
        await AcceptAsync(Key()).JsonOfAsync(HttpStatusCode.Accepted);

        await AcceptAsync(Key()).RefusedAsync(409, "KEY-11");
        hold.Set();
        await FailureAsync();

        await AcceptAsync(Key()).JsonOfAsync(HttpStatusCode.Accepted);
        await FailureAsync();
    }

    [Test]
    public async Task An_acceptance_that_failed_counts_for_no_quota()
    {
        partner.On(Confirmation, _ => (200, """{"keyValid":false}"""));
        await AcceptAsync(Key()).JsonOfAsync(HttpStatusCode.Accepted);
        await FailureAsync();

        var counted = await reference.Host.Coordinator.Store.ReadAsync(
            transaction => CustomerConnectionStore.CountAsync(transaction, "customer-1", 5), CancellationToken.None);

        Assert.That(counted, Is.Zero);
    }

    [Test]
    public async Task A_customer_gives_up_a_failed_acceptance_for_ever()
    {
        partner.On(Confirmation, _ => (200, """{"keyValid":false}"""));
        await AcceptAsync(Key()).JsonOfAsync(HttpStatusCode.Accepted);
        await FailureAsync();

        await reference.Portal.DeleteAsync($"/portal/v1/connections/{Uuid}").AcceptedAsync();

        await AcceptAsync(Key()).RefusedAsync(409, "KEY-11");
        Assert.That(partner.Calls, Is.EqualTo((string[])[Confirmation]));
    }

    [Test]
    public async Task A_key_that_was_accepted_here_is_not_confirmed_here_and_carries_no_creation()
    {
        partner.On(Confirmation, _ => (503, "{}"));
        await AcceptAsync(Key()).JsonOfAsync(HttpStatusCode.Accepted);

        Assert.That(await reference.ConfirmAsync(Encode(Key())), Is.False);
        await reference.ProposeAsync(Negotiation.Ix(), Uuid, Encode(Key())).RefusedAsync(400, "CON-06");
    }

    [Test]
    public async Task A_key_never_reaches_the_log()
    {
        partner.On(Confirmation, _ => (503, "{}"));
        await AcceptAsync(Key()).JsonOfAsync(HttpStatusCode.Accepted);
        await partner.CalledAsync(Confirmation, 3);

        Assert.That(reference.Log.ToString(), Does.Not.Contain(Encode(Key())));
    }

    private static string Confirmation => "POST /providers/aurora/environments/env-1/ConfirmActivationKey";

    private static JsonObject Key() => new()
    {
        ["version"] = 1,
        ["destinationEnvironmentUri"] = "providers/borealis/environments/env-1",
        ["sharedConnectionUuid"] = Uuid,
        ["connectionSizeMbps"] = 1000,
        ["destinationAccountId"] = "customer-1",
    };

    private static string Encode(JsonObject key) => Convert.ToBase64String(Encoding.UTF8.GetBytes(key.ToJsonString()));

    private Task<HttpResponseMessage> AcceptAsync(JsonObject key, string? account = null) =>
        reference.Portal.PostJsonAsync(
            Accept, new JsonObject { ["activationKey"] = Encode(key), ["accountId"] = account }.ToJsonString());

    private Task<JsonNode> FailureAsync() => Eventually.SeeAsync(
        "a failure",
        () => reference.Portal.GetJsonAsync($"/portal/v1/connections/{Uuid}"),
        shown => shown["failure"] is not null);

    private async Task NothingIsThereAsync()
    {
        Assert.That(partner.Calls, Has.None.Contains("ConfirmActivationKey"));
        Assert.That(await CountAsync("negotiations"), Is.Zero);
        using var shown = await reference.Portal.GetAsync($"/portal/v1/connections/{Uuid}");
        Assert.That(shown.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    private Task<int> CountAsync(string table) => reference.Host.Coordinator.Store.ReadAsync(
        transaction => transaction.ScalarAsync<int>($"SELECT COUNT(*) FROM {table}"), CancellationToken.None);
}
