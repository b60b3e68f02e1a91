using Harness.Features.Living;
using Harness.Protocol.Names;
using Harness.Protocol.Operations;
using Harness.Protocol.Resources;
using Harness.Simulator;
using Harness.Simulator.Behaviours;
using Harness.Tests.Simulator;
using NUnit.Framework;

namespace Harness.Tests.Features.Living;

/// <summary>The keys and the maintenance of channels.</summary>
public sealed class LivingChannelsTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private LivingPair pair = null!;

    [SetUp]
    public async Task StartAsync() => pair = await LivingPair.StartAsync();

    [TearDown]
    public async Task StopAsync() => await pair.DisposeAsync();

    [Test]
    public async Task A_rotation_ends_with_another_key_alone_and_active_on_both_sides()
    {
        var first = await RotateAsync(null);
        var second = await RotateAsync(first);

        Assert.That(second, Is.Not.EqualTo(first));
    }

    [Test]
    public async Task Rotations_are_carried_out_although_the_first_answer_to_each_operation_is_lost()
    {
        pair.LoseFirstAnswers();

        var first = await RotateAsync(null);
        var second = await RotateAsync(first);

        Assert.That(second, Is.Not.EqualTo(first));
    }

    [Test]
    public async Task A_key_is_in_standby_here_before_the_other_has_it()
    {
        var gate = pair.Other.Gates["given"];
        LivingPair.Bend(
            pair.Other, PublishedOperations.CreateMacSecKey, Answer.HoldAt(gate, PartnerFixture.Deadline));
        await LivingPair.GrantedAsync(pair.Living, new Wish.Rotate(Channel("ch1")));
        await gate.WaitForArrivalAsync(1, PartnerFixture.Deadline);

        var keys = pair.One.State.MacSecKeys.Children(Channel("ch1"));
        gate.Release();

        Assert.That(keys.Select(it => it.Active), Is.EqualTo(new bool?[] { false }));
    }

    [Test]
    public async Task A_key_that_is_refused_is_dropped()
    {
        LivingPair.Bend(pair.Other, PublishedOperations.CreateMacSecKey, Answer.Reply(409));

        await LivingPair.GrantedAsync(pair.Living, new Wish.Rotate(Channel("ch1")));

        await LivingPair.Until(
            "another rotation",
            async () => pair.One.State.MacSecKeys.Children(Channel("ch1")).Count == 0
                && (await AskAsync(pair.Living, new Wish.Rotate(Channel("ch3")))).IsSuccess);
    }

    [Test]
    public async Task A_rotation_that_the_other_requests_is_carried_out()
    {
        await pair.AsOther.RequestMacSecKeyRotationAsync(Channel("ch1"), new MacSecKeyRotationRequest());

        await LivingPair.Until("a key of the one", () => Active(pair.Other, "ch1") is not null);
    }

    [Test]
    public async Task Maintenance_of_another_device_is_refused_at_the_other_once_it_was_told()
    {
        await PlanAsync("ix1", "ch1");

        await LivingPair.Until(
            "a refusal", async () => (await PlanAsync(pair.OtherLiving, "ix1", "ch2")).Status == 409);
    }

    [TestCase("ix1", "ch1", ExpectedResult = 200, TestName = "The same channel twice is no conflict")]
    [TestCase("ix2", "ch1", ExpectedResult = 200, TestName = "The same device on another interconnect is no conflict")]
    [TestCase("ix1", "ch2", ExpectedResult = 409, TestName = "Another device of the interconnect is one")]
    [TestCase("ix2", "ch2", ExpectedResult = 409, TestName = "Another device of an interconnect that shares it too")]
    public async Task<int> Maintenance_keeps_clear_of_other_devices(string interconnect, string channel)
    {
        await PlanAsync("ix1", "ch1");

        return (await PlanAsync(pair.Living, interconnect, channel)).Status;
    }

    [Test]
    public async Task Maintenance_that_is_over_or_cancelled_is_in_nobodys_way()
    {
        var cancelled = await PlanAsync("ix1", "ch1");
        await LivingPair.GrantedAsync(pair.Living, new Wish.CancelMaintenance(cancelled));
        await PlanAsync("ix1", "ch2");
        pair.Clock.MoveTo(pair.Clock.GetUtcNow() + (2 * Hour));

        await LivingPair.Until(
            "it is forgotten", () => pair.One.State.MaintenanceOf(Channel("ch2")).Count == 0);

        Assert.That(pair.One.State.MaintenanceOf(Channel("ch1")), Is.Empty);
    }

    private async Task<string> RotateAsync(string? before)
    {
        await LivingPair.GrantedAsync(pair.Living, new Wish.Rotate(Channel("ch1")));
        await LivingPair.Until(
            "another key on both sides",
            () => Active(pair.One, "ch1") is { } key && key != before && Active(pair.Other, "ch1") == key);
        // Until it is over, no other is granted.
        await LivingPair.Until(
            "the end of the rotation", () => pair.One.State.MacSecKeys.Children(Channel("ch1")).Count == 1);
        return Active(pair.One, "ch1")!;
    }

    // The id of the only key of a channel, which is active; null otherwise.
    private static string? Active(Partner partner, string channel) =>
        partner.State.MacSecKeys.Children(LivingPair.At(partner, "ix1").Channel(channel)) is [{ Active: true } key]
            ? key.Name!.Split('/')[^1]
            : null;

    private async Task<string> PlanAsync(string interconnect, string channel) => (await LivingPair.GrantedAsync(
        pair.Living, Window(interconnect, channel))).Text("maintenanceId")!;

    private Task<PortalAnswer> PlanAsync(LivingPartner living, string interconnect, string channel) =>
        AskAsync(living, Window(interconnect, channel));

    private Wish.Maintain Window(string interconnect, string channel) => new(
        LivingPair.At(pair.One, interconnect).Channel(channel),
        pair.Clock.GetUtcNow() + (Hour / 2),
        pair.Clock.GetUtcNow() + Hour);

    private static Task<PortalAnswer> AskAsync(LivingPartner living, Wish wish) =>
        living.AskAsync(wish, CancellationToken.None);

    private ChannelName Channel(string id) => LivingPair.At(pair.One, "ix1").Channel(id);
}
