using System.Net;
using Harness.Reference.Deadlines;
using NUnit.Framework;
using static Harness.Tests.Reference.Negotiation;

namespace Harness.Tests.Reference.Deadlines;

[TestFixture]
public sealed class UnfinishedConnectionsTests
{
    private const long Week = 7L * 24 * 60 * 60 * 1000;

    [TestCase(Week - 1, null, null, false)]
    [TestCase(Week, null, null, true)]
    [TestCase(Week * 3, 1L, null, false)]
    [TestCase(Week * 3, 1L, 6 + (Week * 2), false)]
    [TestCase(Week * 3, 1L, 5 + (Week * 2), true)]
    public void Seven_days_count_for_connections_that_were_never_verified_or_that_the_peer_has_not(
        long age, long? verified, long? missing, bool deleted) =>
        Assert.That(
            DeadlineRules.DeletesUnfinished.Decide(new UnfinishedCase(5, verified, missing, 5 + age)),
            Is.EqualTo(deleted));

    [Test]
    public async Task A_connection_that_the_peer_has_not_any_more_is_deleted_after_seven_days()
    {
        await using var pair = await ReferencePair.StartAsync();
        var uuid = await pair.AcceptAsync();
        await pair.BothAsync(uuid, "VERIFIED");
        pair.ToBorealis.On("connections/", (_, _) => Wire.Answer(404));
        var path = Connection(uuid, "ix-keys");
        await pair.Aurora.Borealis.PostJsonAsync($"{path}/NotifyConnectionStatus", "{}").AcceptedAsync();
        await Eventually.SeeAsync(
            "the 404 to be noted",
            () => pair.Aurora.Host.Coordinator.Store.ReadAsync(
                transaction => transaction.ScalarAsync<int>("SELECT COUNT(missing_since) FROM connections"),
                CancellationToken.None),
            count => count == 1);

        pair.Aurora.Clock.Advance(TimeSpan.FromDays(7));

        await Eventually.SeeAsync(
            "the connection to be gone", () => pair.PlacesAsync(pair.Aurora), places => places.Count == 0);
    }

    [Test]
    public async Task A_connection_that_was_never_finalized_is_deleted_after_seven_days_and_not_before()
    {
        using var partner = new StubPartner();
        await using var reference = await TestReference.StartAsync(partner: partner);
        var uuid = await reference.PlaceAsync();

        reference.Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromMinutes(2));
        reference.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.That(await reference.StatusAsync(Connection(uuid)), Is.EqualTo(HttpStatusCode.OK));
        reference.Clock.Advance(TimeSpan.FromMinutes(1));

        await Eventually.SeeAsync(
            "the connection to be gone",
            () => reference.StatusAsync(Connection(uuid)),
            status => status == HttpStatusCode.NotFound);
        Assert.That(await reference.ReservedAsync(), Is.Zero);
        await partner.CalledAsync($"DELETE {Connection(uuid).Replace("/borealis/", "/aurora/")}");
    }

    [Test]
    public async Task A_connection_that_was_verified_stays()
    {
        await using var pair = await ReferencePair.StartAsync();
        var uuid = await pair.AcceptAsync();
        await pair.BothAsync(uuid, "VERIFIED");
        var unfinished = await pair.Aurora.PlaceAsync();

        pair.Aurora.Clock.Advance(TimeSpan.FromDays(30));

        await Eventually.SeeAsync(
            "the other one to be gone",
            () => pair.Aurora.StatusAsync(Connection(unfinished)),
            status => status == HttpStatusCode.NotFound);
        Assert.That(await pair.PlacesAsync(pair.Aurora), Is.EqualTo((string[])["ix-keys 1000 4"]));
    }
}
