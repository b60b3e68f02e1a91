using System.Text.Json.Nodes;
using Harness.Features.Living;
using Harness.Protocol.Operations;
using Harness.Protocol.Resources;
using Harness.Simulator.Behaviours;
using NUnit.Framework;

namespace Harness.Tests.Features.Living;

/// <summary>What a living partner refuses, and what comes to nothing.</summary>
public sealed class LivingRefusalsTests
{
    [Test]
    public async Task Keys_that_cannot_be_accepted_are_refused_at_the_portal()
    {
        await using var pair = await LivingPair.StartAsync();
        var issued = await LivingPair.GrantedAsync(
            pair.OtherLiving, new Wish.Create("env-1", LivingPair.Mbps, LivingPair.Account, LivingPair.Account));
        var key = issued.Text("activationKey")!;

        var answers = new[]
        {
            await AskAsync(pair, new Wish.Accept("no key", LivingPair.Account)),
            await AskAsync(pair, new Wish.Accept(key, "customer-2")),
            await AskAsync(pair, new Wish.Accept(key, LivingPair.Account)),
            await AskAsync(pair, new Wish.Accept(key, LivingPair.Account)),
        };

        Assert.That(answers.Select(it => it.Status), Is.EqualTo(new[] { 400, 403, 200, 409 }));
    }

    [Test]
    public async Task Wishes_that_cannot_be_granted_are_refused()
    {
        await using var pair = await LivingPair.StartAsync();
        var foreign = LivingPair.At(pair.One, "ix1").Channel("ch2");

        Assert.Multiple(async () =>
        {
            Assert.That((await AskAsync(pair, new Wish.Create("env-9", 100, "a", "b"))).Status, Is.EqualTo(400));
            Assert.That((await AskAsync(pair, new Wish.Create("env-1", 99, "a", "b"))).Status, Is.EqualTo(400));
            Assert.That((await AskAsync(pair, new Wish.Update("unknown", 100))).Status, Is.EqualTo(404));
            Assert.That((await AskAsync(pair, new Wish.Delete("unknown"))).Status, Is.EqualTo(404));
            Assert.That((await AskAsync(pair, new Wish.Migrate("unknown", "ix2"))).Status, Is.EqualTo(404));
            Assert.That((await AskAsync(pair, new Wish.DropFeature("unknown", foreign))).Status, Is.EqualTo(404));
            Assert.That((await AskAsync(pair, new Wish.Rotate(foreign))).Status, Is.EqualTo(409));
            Assert.That((await AskAsync(pair, new Wish.CancelMaintenance("unknown"))).Status, Is.EqualTo(404));
        });
    }

    [Test]
    public async Task A_key_that_is_not_confirmed_leads_to_no_connection()
    {
        await using var pair = await LivingPair.StartAsync();
        LivingPair.Bend(
            pair.Other,
            PublishedOperations.ConfirmActivationKey,
            Answer.Reply(200, new JsonObject { ["keyValid"] = false }));

        var uuid = await pair.AcceptAsync();
        await LivingPair.Until("the customer is told", async () => await FailureAsync(pair, uuid) is not null);

        Assert.That(await FailureAsync(pair, uuid), Does.Contain("KEY-13"));
        Assert.That(pair.Other.Journal.Query.FromTarget.Of(PublishedOperations.CreateConnection).Never());
    }

    [Test]
    public async Task Where_no_interconnect_takes_it_the_customer_is_told_and_nothing_is_left()
    {
        await using var pair = await LivingPair.StartAsync();
        LivingPair.Bend(pair.Other, PublishedOperations.CreateConnection, Answer.Reply(409));

        var uuid = await pair.AcceptAsync();
        await LivingPair.Until("the customer is told", async () => await FailureAsync(pair, uuid) is not null);

        Assert.That(await FailureAsync(pair, uuid), Does.Contain("CON-16"));
        Assert.That(LivingPair.Placements(pair.One, uuid), Is.Empty);
    }

    [Test]
    public async Task Without_a_vlan_in_common_the_connection_is_taken_back_on_both_sides()
    {
        await using var pair = await LivingPair.StartAsync(options => options with
        {
            GuidanceIn = new Dictionary<string, L3BaseGuidance>
            {
                ["env-1"] = options.Guidance with { VlanRanges = [new VlanRange(2000, 2001)] },
            },
        });
        var ranges = new JsonArray(new JsonObject { ["start"] = 1025, ["stop"] = 1999 });
        LivingPair.Bend(
            pair.Other,
            PublishedOperations.GenerateFeatureGuidance,
            new Answer.Altered(
                Answer.Default,
                new Alteration([new("featureGuidance[*].l3BaseGuidance.vlanRanges", ranges)])));

        var uuid = await pair.AcceptAsync();
        await LivingPair.Until("the customer is told", async () => await FailureAsync(pair, uuid) is not null);
        await LivingPair.Until("the other has nothing", () => LivingPair.Placements(pair.Other, uuid).Count == 0);

        Assert.That(await FailureAsync(pair, uuid), Does.Contain("FEA-14"));
        Assert.That(LivingPair.Placements(pair.One, uuid), Is.Empty);
    }

    [Test]
    public void A_key_is_not_shown_with_the_wish_that_brings_it() =>
        Assert.That($"{new Wish.Accept("secret", "customer-1")}", Does.Not.Contain("secret"));

    private static Task<PortalAnswer> AskAsync(LivingPair pair, Wish wish) =>
        pair.Living.AskAsync(wish, CancellationToken.None);

    private static async Task<string?> FailureAsync(LivingPair pair, string uuid) =>
        (await AskAsync(pair, new Wish.Show(uuid))).Text("failure");
}
