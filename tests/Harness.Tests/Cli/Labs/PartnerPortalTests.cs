using System.Net;
using System.Text.Json.Nodes;
using Harness.Cli.Labs;
using Harness.Cli.Local;
using Harness.Cli.Pairs;
using Harness.Features.Living;
using Harness.Protocol;
using Harness.Protocol.Client;
using Harness.Protocol.Operations;
using Harness.Protocol.Resources;
using Harness.Protocol.Security;
using Harness.Tests.Features.Living;
using NUnit.Framework;

namespace Harness.Tests.Cli.Labs;

/// <summary>Customers act at the simulated partner's portal as at a reference's.</summary>
public sealed class PartnerPortalTests
{
    private const string Token = "t0ken";

    private readonly IPEndPoint place = new(IPAddress.Loopback, FreePort.Find(IPAddress.Loopback));
    private readonly Stack<IDisposable> owned = [];
    private LivingFixture fixture = null!;
    private PartnerPortal portal = null!;
    private HttpMessageHandler handler = null!;

    [SetUp]
    public async Task Start()
    {
        fixture = await LivingFixture.StartAsync();
        var certificates = Own(LocalCertificates.Create("portal test", TimeProvider.System));
        var partner = new Side("borealis", new LivingPortal(fixture.Living, null), fixture.AsTarget, () => null);
        portal = await PartnerPortal.StartAsync(
            partner, ["red"], place, certificates.Server, Token, CancellationToken.None);
        handler = ClientHandlers.Create(
            new ServerTrust.Authorities([Own(certificates.Authority())]),
            NoAuthentication.Instance,
            TimeSpan.FromSeconds(20));
    }

    [TearDown]
    public async Task Stop()
    {
        handler.Dispose();
        await portal.DisposeAsync();
        while (owned.TryPop(out var item))
            item.Dispose();
        await fixture.DisposeAsync();
    }

    private Uri Url => new($"https://{place}/");

    [Test]
    public async Task A_customer_creates_looks_and_deletes()
    {
        var created = await AskAsync(new Wish.Create("env-1", 1000, "red", "red-there"));
        var uuid = created.Text("connectionId")!;
        var shown = await AskAsync(new Wish.Show(uuid));
        var deleted = await AskAsync(new Wish.Delete(uuid));
        var gone = await AskAsync(new Wish.Show(uuid));

        Assert.Multiple(() =>
        {
            Assert.That(ActivationKeyCodec.TryDecode(created.Text("activationKey")!, out var key), Is.True);
            Assert.That(key?.DestinationAccountId, Is.EqualTo("red-there"));
            Assert.That(shown.Text("verificationState"), Is.EqualTo("UNVERIFIED"));
            Assert.That((deleted.Status, gone.Status), Is.EqualTo((200, 404)));
        });
    }

    [Test]
    public async Task What_the_other_portal_answered_is_accepted_as_it_is_for_the_customer_that_its_key_is_for()
    {
        var answered = new JsonObject { ["accountId"] = "red-there", ["activationKey"] = KeyFor("red") };
        using var http = HttpPortal.Client(handler, Token);

        using var accepted = await http.PostAsJsonAsync(new Uri(Url, "portal/v1/connections/accept"), answered);
        await fixture.CalledAsync(PublishedOperations.ConfirmActivationKey);

        Assert.That(accepted.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(fixture.Called(PublishedOperations.ConfirmActivationKey), Is.GreaterThan(0));
    }

    [Test]
    public async Task What_is_no_key_is_refused()
    {
        var answer = await AskAsync(new Wish.Accept("nonsense", "red"));

        Assert.That(answer.Status, Is.EqualTo(400));
        Assert.That(answer.Text("detail"), Is.EqualTo("expected an activationKey of a customer"));
    }

    [Test]
    public async Task A_wish_without_a_bandwidth_is_refused()
    {
        using var http = HttpPortal.Client(handler, Token);

        using var answer = await http.PostAsJsonAsync(
            new Uri(Url, "portal/v1/connections"),
            new JsonObject { ["environment"] = "env-1", ["remoteAccountId"] = "red" });

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task Who_is_no_customer_is_refused()
    {
        var created = await AskAsync(new Wish.Create("env-1", 1000, "blue", "red"));
        var accepted = await AskAsync(new Wish.Accept(KeyFor("blue"), "red"));

        Assert.That((created.Status, accepted.Status), Is.EqualTo((403, 403)));
        Assert.That(accepted.Text("detail"), Is.EqualTo("expected a customer of borealis: red"));
    }

    [Test]
    public async Task Without_the_token_nothing_is_done()
    {
        var created = await AskAsync(new Wish.Create("env-1", 1000, "red", "red"), "an0ther");

        Assert.That(created.Status, Is.EqualTo(401));
        Assert.That(created.Text("activationKey"), Is.Null);
    }

    private static string KeyFor(string account) => ActivationKeyCodec.Encode(new ActivationKey(
        ActivationKey.CurrentVersion,
        "providers/aurora/environments/env-1",
        "11111111-2222-3333-4444-555555555555",
        1000,
        account));

    private async Task<PortalAnswer> AskAsync(Wish wish, string token = Token)
    {
        using var http = HttpPortal.Client(handler, token);
        return (await new HttpPortal(http, Url).AskAsync(wish, CancellationToken.None))!;
    }

    private T Own<T>(T item)
        where T : IDisposable
    {
        owned.Push(item);
        return item;
    }
}
