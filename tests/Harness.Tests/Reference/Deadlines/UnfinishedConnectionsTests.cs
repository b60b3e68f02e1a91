using System.Net;
using Harness.Reference.Deadlines;
using NUnit.Framework;
using static Harness.Tests.Reference.Negotiation;

namespace Harness.Tests.Reference.Deadlines;

[TestFixture]
public sealed class UnfinishedConnectionsTests
{
    private const long Week = 7L * 24 * 60 * 60 * 1000;

    [TestCase(Week - 1, null, false)]
    [TestCase(Week, null, true)]
    [TestCase(Week * 3, 1L, false)]
    public void Seven_days_count_for_connections_that_were_never_verified(long age, long? verified, bool deleted) =>
        Assert.That(
            DeadlineRules.DeletesUnfinished.Decide(new UnfinishedCase(5, verified, 5 + age)), Is.EqualTo(deleted));

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
