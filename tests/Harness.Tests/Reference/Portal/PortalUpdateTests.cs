using System.Net;
using System.Text.Json.Nodes;
using Harness.Tests.Reference.Connections;
using NUnit.Framework;
using static Harness.Tests.Reference.Negotiation;

namespace Harness.Tests.Reference.Portal;

[TestFixture]
public sealed class PortalUpdateTests
{
    private StubPartner partner = null!;
    private PausedNetwork network = null!;
    private TestReference reference = null!;
    private string uuid = "";

    [SetUp]
    public async Task Provision()
    {
        partner = new StubPartner();
        network = new PausedNetwork();
        reference = await TestReference.StartAsync(options => options with { Network = network }, partner);
        uuid = await reference.PlaceAsync();
        network.Go();
        await reference.ProposeAllAsync(uuid, 3);
        await reference.FinalAsync(Connection(uuid), 3);
    }

    [TearDown]
    public async Task Stop()
    {
        await reference.DisposeAsync();
        partner.Dispose();
    }

    private string AtPeer => $"PATCH {Connection(uuid).Replace("/borealis/", "/aurora/", StringComparison.Ordinal)}"
        + "?updateMask=bandwidthMbps";

    [Test]
    public async Task The_peer_is_asked_first_then_the_network_is_changed_and_the_peer_notified()
    {
        using var asked = new ManualResetEventSlim();
        using var answer = new ManualResetEventSlim();
        var activations = network.Asked.Count;
        partner.On(AtPeer, body =>
        {
            asked.Set();
            answer.Wait(TimeSpan.FromSeconds(10));
            return (200, body);
        });

        await UpdateAsync(5000).JsonOfAsync(HttpStatusCode.Accepted);
        Assert.That(await Task.Run(() => asked.Wait(TimeSpan.FromSeconds(10))), "the peer is asked");

        Assert.That(network.Asked, Has.Count.EqualTo(activations), "the network is untouched before the peer's 200");
        Assert.That(await BandwidthAsync(), Is.EqualTo(1000));
        Assert.That(await reference.ReservedAsync(), Is.EqualTo(5000));
        await PeerUpdateAsync(2000).RefusedAsync(409, "UPD-03");
        await UpdateAsync(2000).RefusedAsync(409, "UPD-03");
        answer.Set();

        await UpdateStateAsync("DONE");
        Assert.That(await BandwidthAsync(), Is.EqualTo(5000));
        Assert.That(await reference.ReservedAsync(), Is.EqualTo(5000));
        Assert.That(network.Asked.Last().BandwidthMbps, Is.EqualTo(5000));
        await PeerUpdateAsync(2000).AcceptedAsync();
    }

    [Test]
    public async Task An_update_is_in_progress_until_the_network_has_it()
    {
        partner.On(AtPeer, body => (200, body));
        network.Stop();
        await UpdateAsync(50).JsonOfAsync(HttpStatusCode.Accepted);
        await reference.FinalAsync(Connection(uuid), 0);

        await PeerUpdateAsync(2000).RefusedAsync(409, "UPD-03");
        await UpdateStateAsync("IN_PROGRESS");
        network.Go();

        await UpdateStateAsync("DONE");
        Assert.That(await reference.ReservedAsync(), Is.EqualTo(50));
    }

    [Test]
    public async Task When_the_peer_refuses_the_old_bandwidth_stands_and_the_network_is_untouched()
    {
        var activations = network.Asked.Count;
        partner.On(AtPeer, _ => (409, "{}"));

        await UpdateAsync(5000).JsonOfAsync(HttpStatusCode.Accepted);

        await UpdateStateAsync("REFUSED");
        Assert.That(await BandwidthAsync(), Is.EqualTo(1000));
        Assert.That(await reference.ReservedAsync(), Is.EqualTo(1000));
        Assert.That(network.Asked, Has.Count.EqualTo(activations));
    }

    [Test]
    public async Task A_peer_that_fails_is_asked_again()
    {
        var attempts = 0;
        partner.On(AtPeer, body => Interlocked.Increment(ref attempts) < 3 ? (503, "{}") : (200, body));

        await UpdateAsync(5000).JsonOfAsync(HttpStatusCode.Accepted);

        await UpdateStateAsync("DONE");
        Assert.That(attempts, Is.EqualTo(3));
    }

    [Test]
    public async Task A_delete_in_mid_update_frees_what_the_update_holds()
    {
        partner.On(AtPeer, _ => (503, "{}"));
        await UpdateAsync(5000).JsonOfAsync(HttpStatusCode.Accepted);

        await reference.Borealis.DeleteAsync(Connection(uuid)).AcceptedAsync();

        Assert.That(await reference.ReservedAsync(), Is.Zero);
    }

    [Test]
    public async Task An_update_that_cannot_be_kept_is_refused_at_once()
    {
        foreach (var ix in (string[])["ix1", "ix2", "ix-keys"])
            await reference.PlaceAsync(ix, 5000);
        var (unplaced, _) = await reference.IssueAsync(50);

        await UpdateAsync(3).RefusedAsync(400, "UPD-02");
        await UpdateAsync(10_000).RefusedAsync(409, "UPD-02");
        await reference.Portal.PatchAsync(
            $"/portal/v1/connections/{unplaced}", Answers.Body("""{"bandwidthMbps":50}""")).RefusedAsync(409);
        await reference.Portal.PatchAsync(
            "/portal/v1/connections/nothing", Answers.Body("""{"bandwidthMbps":50}""")).RefusedAsync(404);
        Assert.That(partner.Calls, Has.None.StartsWith("PATCH"));
    }

    private Task<HttpResponseMessage> UpdateAsync(int mbps) => reference.Portal.PatchAsync(
        $"/portal/v1/connections/{uuid}", Answers.Body($$"""{"bandwidthMbps":{{mbps}}}"""));

    private Task<HttpResponseMessage> PeerUpdateAsync(int mbps) =>
        reference.Borealis.PatchAsync(Connection(uuid), Answers.Body($$"""{"bandwidthMbps":{{mbps}}}"""));

    private async Task<int> BandwidthAsync() =>
        (int)(await reference.Borealis.GetJsonAsync(Connection(uuid)))["bandwidthMbps"]!;

    private Task<JsonNode> UpdateStateAsync(string state) => Eventually.SeeAsync(
        $"the update to be {state}",
        () => reference.Portal.GetJsonAsync($"/portal/v1/connections/{uuid}"),
        shown => (string?)shown["update"]?["state"] == state);
}
