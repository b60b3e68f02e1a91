using System.Net;
using NUnit.Framework;
using static Harness.Tests.Reference.Negotiation;

namespace Harness.Tests.Reference.Connections;

[TestFixture]
public sealed class DeleteConnectionTests
{
    [Test]
    public async Task A_delete_is_answered_with_an_empty_object_and_takes_everything_along()
    {
        var network = new PausedNetwork();
        network.Go();
        await using var reference = await TestReference.StartAsync(options => options with { Network = network });
        var uuid = await reference.PlaceAsync();
        await reference.ProposeAllAsync(uuid);
        await reference.FinalAsync(Connection(uuid), 4);

        var answer = await reference.Borealis.DeleteAsync(Connection(uuid)).AcceptedAsync();

        Assert.That(answer.ToJsonString(), Is.EqualTo("{}"));
        await reference.Borealis.GetAsync(Connection(uuid)).RefusedAsync(404, "COM-02");
        Assert.That(await reference.StatusAsync($"{Connection(uuid)}/features"), Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await reference.ReservedAsync(), Is.Zero);
        await Eventually.SeeAsync("4 features taken away", () => Task.FromResult(network.Gone.Count), n => n == 4);
        var next = await reference.PlaceAsync(mbps: 10_000);
        await reference.ProposeAllAsync(next);
    }

    [Test]
    public async Task A_repeated_delete_is_404_and_disturbs_nothing()
    {
        await using var reference = await TestReference.StartAsync();
        var uuid = await reference.PlaceAsync();
        var other = await reference.PlaceAsync();

        await reference.Borealis.DeleteAsync(Connection(uuid)).AcceptedAsync();
        await reference.Borealis.DeleteAsync(Connection(uuid)).RefusedAsync(404, "COM-02");

        Assert.That(await reference.StatusAsync(Connection(other)), Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await reference.ReservedAsync(), Is.EqualTo(1000));
    }

    [Test]
    public async Task A_deleted_connection_is_gone_from_the_portal_and_its_key_does_not_come_back()
    {
        await using var reference = await TestReference.StartAsync();
        var (uuid, key) = await reference.IntendAsync();
        await reference.ProposeAsync(Ix(), uuid, key).AcceptedAsync();
        await reference.Borealis.DeleteAsync(Connection(uuid)).AcceptedAsync();

        await reference.Portal.GetAsync($"/portal/v1/connections/{uuid}").RefusedAsync(404);
        Assert.That(await reference.ConfirmAsync(key), Is.False);
        await reference.ProposeAsync(Ix(), uuid, key).RefusedAsync(400, "CON-06");
    }

    [Test]
    public async Task A_connection_on_a_closed_interconnect_is_served_and_deleted()
    {
        await using var reference = await TestReference.StartAsync();
        var uuid = await reference.PlaceAsync();
        using var closed = await reference.Portal.PutAsync(
            "/operator/v1/interconnects",
            Answers.Body("""{"environment":"env-1","interconnect":"ix1","state":"CLOSED"}"""));

        await reference.ProposeAllAsync(uuid, 1);
        await reference.Borealis.PatchAsync(Connection(uuid), Answers.Body("""{"bandwidthMbps":50}""")).AcceptedAsync();
        await reference.Borealis.DeleteAsync(Connection(uuid)).AcceptedAsync();
    }
}
