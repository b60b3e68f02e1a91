using System.Text.Json.Nodes;
using Harness.Features.Living;
using Harness.Protocol.Operations;
using Harness.Protocol.Resources;
using Harness.Simulator;
using Harness.Simulator.Behaviours;
using Harness.Tests.Simulator;
using NUnit.Framework;

namespace Harness.Tests.Features.Living;

/// <summary>Connections that come into being, change, move and go.</summary>
public sealed class LivingConnectionsTests
{
    private LivingPair pair = null!;

    [SetUp]
    public async Task StartAsync() => pair = await LivingPair.StartAsync();

    [TearDown]
    public async Task StopAsync() => await pair.DisposeAsync();

    [Test]
    public async Task A_key_becomes_a_connection_that_both_sides_have_alike()
    {
        var uuid = await pair.MakeAsync();

        var mirrored = LivingPair.Features(pair.Other, uuid).Select(it => it.FeatureConfig!.L3BaseConfig!.ToString());
        Assert.That(
            LivingPair.Features(pair.One, uuid).Select(it => it.FeatureConfig!.L3BaseConfig!.ToString()),
            Is.EqualTo(mirrored));
    }

    [Test]
    public async Task Everything_comes_to_be_although_the_first_answer_to_each_operation_is_lost()
    {
        pair.LoseFirstAnswers();

        var uuid = await pair.MakeAsync();
        await LivingPair.GrantedAsync(pair.Living, new Wish.Update(uuid, 2 * LivingPair.Mbps));
        await LivingPair.Until("the update", () => Both(it => Bandwidth(it, uuid) == 2 * LivingPair.Mbps));
        await LivingPair.GrantedAsync(pair.Living, new Wish.Migrate(uuid, "ix2"));
        await LivingPair.Until(
            "the move", () => Both(it => LivingPair.IsWhole(it, uuid) && Interconnect(it, uuid) == "ix2"));
        await LivingPair.GrantedAsync(pair.Living, new Wish.Delete(uuid));

        await LivingPair.Until("the deletion", () => Both(it => LivingPair.Placements(it, uuid).Count == 0));
    }

    [Test]
    public async Task What_is_refused_on_one_interconnect_is_proposed_on_another()
    {
        LivingPair.Bend(
            pair.Other, PublishedOperations.CreateConnection, Answer.Reply(409), Occasions.FirstOnes(1));

        var uuid = await pair.MakeAsync();

        var tried = pair.Other.Journal.Query.FromTarget.Of(PublishedOperations.CreateConnection).All();
        Assert.That(tried.Select(it => it.Resource!.Parent!.Id), Is.EqualTo(new[] { "ix1", "ix2" }), uuid);
    }

    [Test]
    public async Task Nothing_is_provisioned_before_enough_is_agreed()
    {
        var gate = pair.Other.Gates["third"];
        LivingPair.Bend(
            pair.Other,
            PublishedOperations.CreateFeature,
            Answer.HoldAt(gate, PartnerFixture.Deadline),
            new Occasions(First: 3));
        var uuid = await pair.AcceptAsync();
        await gate.WaitForArrivalAsync(1, PartnerFixture.Deadline);

        // What the other does last in a turn shows that it has had one since.
        var soon = pair.Clock.GetUtcNow() + TimeSpan.FromHours(1);
        var channel = LivingPair.At(pair.Other, "ix2").Channel("ch2");
        await LivingPair.GrantedAsync(
            pair.OtherLiving, new Wish.Maintain(channel, soon, soon + TimeSpan.FromHours(1)));
        await pair.One.Journal.Query.Of(PublishedOperations.NotifyMaintenance).Over
            .WaitForAsync(1, PartnerFixture.Deadline, TimeProvider.System);
        var before = LivingPair.Features(pair.Other, uuid).Select(it => it.ProvisioningState).ToList();
        gate.Release();
        await LivingPair.Until("both are VERIFIED", () => Both(it => LivingPair.IsWhole(it, uuid)));

        Assert.That(before, Is.EqualTo(new[] { ProvisioningState.Pending, ProvisioningState.Pending }));
    }

    [Test]
    public async Task A_connection_whose_notification_is_not_acknowledged_is_not_verified()
    {
        using var _ = pair.Other.Behaviours.On(
            PublishedOperations.NotifyConnectionStatus, null, Answer.Reply(503));
        var uuid = await pair.AcceptAsync();

        await pair.Other.Journal.Query.FromTarget.Of(PublishedOperations.ListFeatures).Over
            .WaitForAsync(1, PartnerFixture.Deadline, TimeProvider.System);

        Assert.That((await AskAsync(new Wish.Show(uuid))).Text("verificationState"), Is.EqualTo("UNVERIFIED"));
    }

    [Test]
    public async Task A_connection_that_the_other_has_not_notified_of_is_not_verified()
    {
        using var _ = pair.One.Behaviours.On(
            PublishedOperations.NotifyConnectionStatus, null, Answer.Reply(503));
        var uuid = await pair.AcceptAsync();

        await pair.Other.Journal.Query.FromTarget.Of(PublishedOperations.NotifyConnectionStatus).Succeeded
            .WaitForAsync(1, PartnerFixture.Deadline, TimeProvider.System);

        Assert.That((await AskAsync(new Wish.Show(uuid))).Text("verificationState"), Is.EqualTo("UNVERIFIED"));
    }

    [Test]
    public async Task The_old_place_is_left_once_the_new_one_is_verified_on_both_sides()
    {
        var uuid = await pair.MakeAsync();
        var gate = pair.Other.Gates["notified"];
        LivingPair.Bend(
            pair.Other, PublishedOperations.NotifyConnectionStatus, Answer.HoldAt(gate, PartnerFixture.Deadline));
        await LivingPair.GrantedAsync(pair.Living, new Wish.Migrate(uuid, "ix2"));
        await gate.WaitForArrivalAsync(1, PartnerFixture.Deadline);

        var before = LivingPair.Placements(pair.One, uuid).Count;
        gate.Release();
        await LivingPair.Until(
            "the move", () => Both(it => LivingPair.IsWhole(it, uuid) && Interconnect(it, uuid) == "ix2"));

        Assert.That(before, Is.EqualTo(2));
    }

    [Test]
    public async Task An_update_changes_the_bandwidth_and_both_sides_notify_when_it_is_complete()
    {
        var uuid = await pair.MakeAsync();
        var before = Both().Select(partner => (partner.Journal, partner.Journal.Position)).ToList();
        await LivingPair.GrantedAsync(pair.Living, new Wish.Update(uuid, 2 * LivingPair.Mbps));

        await LivingPair.Until(
            "a notification at either",
            () => before.TrueForAll(it => it.Journal.Query.After(it.Position).FromTarget
                .Of(PublishedOperations.NotifyConnectionStatus).Succeeded.Count() > 0));

        Assert.That(Both().Select(it => Bandwidth(it, uuid)), Is.All.EqualTo(2 * LivingPair.Mbps));
    }

    [Test]
    public async Task An_update_that_is_refused_leaves_the_old_bandwidth()
    {
        var uuid = await pair.MakeAsync();
        LivingPair.Bend(pair.Other, PublishedOperations.UpdateConnection, Answer.Reply(409));
        await LivingPair.GrantedAsync(pair.Living, new Wish.Update(uuid, 2 * LivingPair.Mbps));
        await pair.Other.Journal.Query.Of(PublishedOperations.UpdateConnection).Over
            .WaitForAsync(1, PartnerFixture.Deadline, TimeProvider.System);

        // It is done with: else another one would not be granted.
        await LivingPair.Until(
            "the next update", async () => (await AskAsync(new Wish.Update(uuid, LivingPair.Mbps))).IsSuccess);

        Assert.That(Bandwidth(pair.One, uuid), Is.EqualTo(LivingPair.Mbps));
    }

    [TestCase("ch1", TestName = "A feature is made again on a channel of its own")]
    [TestCase("ch2", TestName = "A feature is made again by the other on a channel of the other's")]
    public async Task A_feature_that_is_dropped_is_made_again_by_the_owner_of_its_channel(string channel)
    {
        var uuid = await pair.MakeAsync();
        var before = Names(uuid);
        await LivingPair.GrantedAsync(
            pair.Living, new Wish.DropFeature(uuid, LivingPair.At(pair.One, "ix1").Channel(channel)));

        await LivingPair.Until(
            "another feature",
            () => Both(it => LivingPair.IsWhole(it, uuid)) && Names(uuid).Except(before).Count() == 1);

        // Whoever owns the channel proposes it to the other.
        var told = channel == "ch1" ? pair.Other : pair.One;
        Assert.That(
            told.Journal.Query.FromTarget.Of(PublishedOperations.CreateFeature).Succeeded.All()[^1].Resource!.Id,
            Is.EqualTo(Names(uuid).Except(before).Single()));
    }

    [Test]
    public async Task What_is_deferred_is_driven_by_the_one_that_it_is_left_to()
    {
        var uuid = await pair.AcceptAsync("env-defer");

        await LivingPair.Until("both are VERIFIED", () => Both(it => LivingPair.IsWhole(it, uuid)));

        Assert.That(pair.Other.Journal.Query.FromTarget.Of(PublishedOperations.CreateFeature).Never());
    }

    [Test]
    public async Task A_deletion_is_repeated_until_it_is_acknowledged()
    {
        var uuid = await pair.MakeAsync();
        LivingPair.Bend(
            pair.Other,
            PublishedOperations.DeleteConnection,
            Answer.Reply(503, new JsonObject()),
            Occasions.FirstOnes(2));

        await LivingPair.GrantedAsync(pair.Living, new Wish.Delete(uuid));

        await LivingPair.Until("the deletion", () => Both(it => LivingPair.Placements(it, uuid).Count == 0));
        await LivingPair.Until(
            "the other's customer knows",
            async () =>
                (await pair.OtherLiving.AskAsync(new Wish.Show(uuid), CancellationToken.None)).Status == 404);
    }

    private Task<PortalAnswer> AskAsync(Wish wish) => pair.Living.AskAsync(wish, CancellationToken.None);

    private IEnumerable<Partner> Both() => [pair.One, pair.Other];

    private bool Both(Func<Partner, bool> holds) => Both().All(holds);

    private List<string> Names(string uuid) =>
        [.. LivingPair.Features(pair.One, uuid).Select(it => it.Name!.Split('/')[^1])];

    private static int? Bandwidth(Partner partner, string uuid) =>
        LivingPair.Placements(partner, uuid) is [{ BandwidthMbps: var mbps }] ? mbps : null;

    private static string? Interconnect(Partner partner, string uuid) =>
        LivingPair.Placements(partner, uuid) is [{ Name: { } name }] ? name.Split('/')[5] : null;
}
