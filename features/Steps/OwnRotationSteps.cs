using Harness.Certification.Bindings;
using Harness.Certification.Checks;
using Harness.Certification.Waiting;
using Harness.Features.World;
using Harness.Protocol.Names;
using Harness.Simulator.Behaviours;
using Harness.Simulator.Journaling;

namespace Harness.Features.Steps;

/// <summary>Rotations that the target makes, of its own or at the partner's request (MAC-10, MAC-11, MAC-18).</summary>
[Binding]
public sealed class OwnRotationSteps(World.World world, ChannelKeys keys, OwnRotations rotations)
{
    private const string Create = "CreateMacSecKey";
    private const string Delete = "DeleteMacSecKey";
    private const string DeleteGate = "the old key";
    private string? old;
    private MacSecKeyName? brought;

    private ChannelName First => rotations.Chosen.First;

    private MacSecKeyName New => brought ?? throw new InvalidOperationException("the target has not brought a key yet");

    [Given("{managedChannel} has an active key, and no rotation bakes there")]
    public async Task AnActiveKey(ChannelName channel)
    {
        await rotations.NeedsActive(channel);
        old = (await keys.List(channel)).Single(key => key.Active).Id;
    }

    [Given("no rotation bakes on the interconnect of the channels that the target manages")]
    public Task NothingBakes() => rotations.Bake();

    [Given("the target has rotated {managedChannel}")]
    public Task TheTargetHasRotated(ChannelName channel) => rotations.Rotate(channel);

    [Given("the partner holds the target's CreateMacSecKey at a gate")]
    public void TheKeyIsHeld() => rotations.Hold();

    [Given("the partner holds the target's DeleteMacSecKey at a gate")]
    public void TheDeleteIsHeld() => world.PartnerSide.Hold(Delete, DeleteGate);

    [Given("the partner declines the target's next key with {int}")]
    public void TheNextIsDeclined(int status) => world.PartnerSide.Bend(
        Create, world.PartnerSide.Environment, Simulator.Behaviours.Answer.Reply(status), Occasions.Only(1));

    /// <summary>The target may bring a further key by itself, or when it is told to.</summary>
    [When("the operator orders another rotation of {managedChannel} until a key is brought again")]
    public async Task AnotherIsBrought(ChannelName channel)
    {
        var declined = rotations.CallFor(channel).Began;
        await world.Settle(
            $"the target's calls of {Create} for {channel.Id} after one was declined",
            async () =>
            {
                if (!After(declined).Any())
                    await world.Portal.AskRotation(channel);
                return After(declined).FirstOrDefault();
            },
            call => call is not null,
            "one at least");
        brought = After(declined).First().Resource as MacSecKeyName;

        IEnumerable<JournalEntry> After(long place) =>
            world.PartnerSide.CallsAfter(Create, world.PartnerSide.Own(channel), place);
    }

    [Then("it is not the old one, and it becomes the channel's only one, active")]
    public async Task ItIsAFurtherOne()
    {
        Check.NotEqual("the key that the target brings after one was declined", old, New.Id);
        await rotations.Ends(First, New.Id);
    }

    [StepDefinition("the operator orders a rotation of {managedChannel}")]
    public Task TheOperatorOrders(ChannelName channel) => rotations.Order(channel);

    [When("the operator orders a rotation of {managedChannel}, whatever the answer")]
    public Task TheOperatorAsks(ChannelName channel) => rotations.Ask(channel);

    [When("the partner requests a rotation of {managedChannel}")]
    public async Task ThePartnerRequests(ChannelName channel) =>
        world.Answers.Keep(await rotations.Request(channel));

    [When("the partner requests a rotation of a channel that it manages itself")]
    public async Task ThePartnerRequestsItsOwn() => world.Answers.Keep(await rotations.Request(PartnersChannel));

    [When("the partner requests a rotation of a channel that never was")]
    public async Task ThePartnerRequestsNothing() => world.Answers.Keep(
        await rotations.Request(rotations.Chosen.Interconnect.Name.Channel(world.Data.Id("no-channel"))));

    [When("the clock is {span} after the target's rotation began")]
    public Task TheClockIsAfter(TimeSpan span) =>
        world.Clock.Approach(rotations.Begin + span, before: rotations.Begin + Baking.Time);

    [StepDefinition("the target's CreateMacSecKey for {managedChannel} arrives")]
    public async Task TheKeyArrives(ChannelName channel) => brought = await rotations.Brought(channel);

    /// <summary>The same key is meant by its id or by its CKN: the manager names it at both providers.</summary>
    [Then("by then the target lists that key, not active, beside the active one")]
    public async Task TheKeyIsInStandby()
    {
        var ckn = Sent.Text(rotations.CallFor(First), "ckn");
        var listed = await keys.List(First);
        var found = listed.FirstOrDefault(key => key.Id == New.Id || IsSame(key.Ckn, ckn));
        Check.That(
            $"the key {New.Id} on the target's own device when its CreateMacSecKey arrives at the partner",
            found is { Active: false },
            "listed, not active",
            found is null ? $"not listed; the channel has {Shown.All(listed)}" : "listed and active already");
        Check.That(
            $"the key {old} that was active before",
            listed.Any(key => key.Id == old && key.Active),
            "still there and active",
            Shown.All(listed));
    }

    [Then("once the gate is opened the new key is the channel's only one, active")]
    public async Task TheNewKeyIsAlone()
    {
        rotations.Open();
        world.PartnerSide.Open(DeleteGate);
        await rotations.Ends(First, New.Id);
        Check.That(
            $"the partner's keys of {First.Id} once the target has but the new one",
            world.PartnerSide.KeysOf(First) is [var only] && only.EndsWith($"/{New.Id}", StringComparison.Ordinal),
            $"{New.Id} alone",
            Shown.All(world.PartnerSide.KeysOf(First)));
    }

    [Then("the target's DeleteMacSecKey for the old key arrives after the partner has accepted the new one")]
    public async Task TheOldKeyIsDeleted()
    {
        await world.PartnerSide.WaitAfter(
            Delete, world.PartnerSide.Own(First).MacSecKey(old!), rotations.CallFor(First).Began);
        var create = rotations.CallFor(First);
        var delete = rotations.Calls(Delete, First)[0];
        Check.That(
            "the order of the target's calls",
            create.Succeeded && create.HappenedBefore(delete),
            "DeleteMacSecKey of the old key after CreateMacSecKey of the new one was answered 200",
            $"{create}, {delete}");
    }

    [Then("by then the new key is active at the target")]
    public async Task TheNewKeyIsActive() => Check.That(
        $"the key {New.Id} when the target has the old one deleted",
        (await keys.List(First)).Any(key => key.Id == New.Id && key.Active),
        "active",
        "not active, so that the channel is without any once the old one is deleted");

    [Then("no key of {managedChannel} arrives at the partner")]
    public Task NoKeyArrives(ChannelName channel) => NothingArrives(channel);

    [Then("no key of the partner's channel arrives at the partner")]
    public Task NoKeyOfThePartnersArrives() => NothingArrives(PartnersChannel);

    [Then("it was asked before the two hours were over")]
    public Task ItWasStillTooEarly() => world.Clock.StillShort();

    [StepArgumentTransformation("the target's channel|the target's second channel", Name = "managedChannel")]
    public ChannelName Channel(string words) =>
        words == "the target's channel" ? rotations.Chosen.First : rotations.Chosen.Second;

    private ChannelName PartnersChannel => World.World.Needed(
        rotations.Chosen.Interconnect.Channels.FirstOrDefault(
            channel => channel.MacsecManager == $"{world.Parties.Partner}"),
        "channel whose keys the partner manages beside one whose keys the target manages").Name;

    private Task NothingArrives(ChannelName channel) => Wait.StaysAsync(
        $"the target's calls of {Create} for {channel.Id}",
        _ => Task.FromResult(rotations.Calls(Create, channel).Count),
        calls => calls == 0,
        "0",
        world.Quiet,
        world.Scenario.CancellationToken);

    private static bool IsSame(string? one, string? other) =>
        one is not null && string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
