using Harness.Features.Living;
using Harness.Protocol.Names;
using Harness.Protocol.Operations;
using Harness.Protocol.Resources;
using Harness.Tests.Reference;
using Harness.Tests.Simulator;
using NUnit.Framework;

namespace Harness.Tests.Features.Living;

/// <summary>What a living partner says of its keys is what its network does.</summary>
public sealed class NetworkKeysTests
{
    private const string Cak = "00112233445566778899aabbccddeeff";

    // Whose keys the partner gives, and whose the target.
    private static readonly ChannelName Own = LivingFixture.Interconnect.Channel("west-2");
    private static readonly ChannelName Given = LivingFixture.Interconnect.Channel("east-7");

    private LivingFixture fixture = null!;

    [SetUp]
    public async Task Start() => fixture = await LivingFixture.StartAsync();

    [TearDown]
    public Task Stop() => fixture.DisposeAsync().AsTask();

    [Test]
    public async Task The_target_is_given_a_key_once_it_stands_by_on_the_own_router()
    {
        fixture.Network.Hold("install");

        await fixture.AskAsync(new Wish.Rotate(Own));
        await fixture.AskedInATurnAsync($"install {OwnKey().Id}");
        var before = fixture.Called(PublishedOperations.CreateMacSecKey);
        fixture.Network.Let("install");
        await fixture.CalledAsync(PublishedOperations.CreateMacSecKey);

        Assert.That(before, Is.Zero);
    }

    [Test]
    public async Task An_own_key_is_active_once_the_router_is_seen_to_use_it()
    {
        fixture.Network.Hold("use");

        await fixture.AskAsync(new Wish.Rotate(Own));
        var key = OwnKey();
        await fixture.AskedInATurnAsync($"use {key.Id}");
        var before = fixture.State.MacSecKeys.Get(key)!.Active;
        fixture.Network.Let("use");
        await ActiveAsync(key);

        Assert.That(before, Is.False);
        Assert.That(fixture.Called(PublishedOperations.CreateMacSecKey), Is.EqualTo(1));
    }

    [Test]
    public async Task A_key_that_the_target_gives_is_active_and_the_one_before_is_not_once_the_router_uses_it()
    {
        await GiveAsync("k1");
        await ActiveAsync(Given.MacSecKey("k1"));
        fixture.Network.Hold("use");

        await GiveAsync("k2");
        await fixture.AskedInATurnAsync("use k2");
        var before = await ActiveKeysAsync();
        fixture.Network.Let("use");
        await ActiveAsync(Given.MacSecKey("k2"));

        Assert.That(before, Is.EqualTo(new[] { "k1" }));
        Assert.That(await ActiveKeysAsync(), Is.EqualTo(new[] { "k2" }));
    }

    [Test]
    public async Task A_key_that_the_target_deletes_is_taken_away()
    {
        await GiveAsync("k1");
        await ActiveAsync(Given.MacSecKey("k1"));
        await GiveAsync("k2");
        await ActiveAsync(Given.MacSecKey("k2"));

        await fixture.AsTarget.DeleteMacSecKeyAsync(Given.MacSecKey("k1"));
        await fixture.Network.AskedAsync("remove k1");

        Assert.That(fixture.Network.Asked, Has.None.EqualTo("remove k2"));
    }

    [Test]
    public async Task First_keys_hold_back_no_other_channel_and_a_rotation_does()
    {
        var other = LivingFixture.Interconnect.Channel("west-31");
        fixture.State.Channels.Put(fixture.State.Channels.Get(other)! with
        {
            MacsecManagerProvider = $"{PartnerFixture.Self}",
        });
        fixture.Network.Hold("install");
        await fixture.AskAsync(new Wish.Rotate(Own));
        var first = await fixture.Living.AskAsync(new Wish.Rotate(other), CancellationToken.None);
        fixture.Network.Let("install");
        await ActiveAsync(OwnKey());
        await Eventually.SeeAsync(
            "the first rotations to be over",
            () => fixture.Living.AskAsync(new Wish.Rotate(Own), CancellationToken.None),
            answer => answer.IsSuccess);

        fixture.Network.Hold("install");
        var during = await fixture.Living.AskAsync(new Wish.Rotate(other), CancellationToken.None);

        Assert.That((first.Status, during.Status), Is.EqualTo((200, 409)));
    }

    private async Task GiveAsync(string id)
    {
        var name = Given.MacSecKey(id);
        var answer = await fixture.AsTarget.CreateMacSecKeyAsync(name, new MacSecKey($"{name}", Cak, Ckn: "0a"));
        Assert.That(answer.ValueOrDefault?.Active, Is.False, "as it is answered");
    }

    private MacSecKeyName OwnKey() =>
        ResourceName.Parse<MacSecKeyName>(fixture.State.MacSecKeys.Children(Own).Single().Name);

    private Task<bool?> ActiveAsync(MacSecKeyName key) => Eventually.SeeAsync(
        $"{key} to be active",
        () => Task.FromResult(fixture.State.MacSecKeys.Get(key)?.Active),
        active => active == true);

    private async Task<IEnumerable<string>> ActiveKeysAsync()
    {
        var listed = await fixture.AsTarget.ListMacSecKeysAsync(Given);
        return listed.ValueOrDefault!.MacSecKeys!
            .Where(key => key.Active == true)
            .Select(key => key.Name!.Split('/')[^1]);
    }
}
