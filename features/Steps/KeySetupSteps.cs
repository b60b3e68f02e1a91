using Harness.Certification.Bindings;
using Harness.Certification.Verdicts;
using Harness.Features.World;
using Harness.Protocol.Names;

namespace Harness.Features.Steps;

/// <summary>The MACsec keys that channels have, and how far their rotations are.</summary>
[Binding]
public sealed class KeySetupSteps(World.World world, MacSecKeys keys, TargetsKeys targets)
{
    [Given("the key interconnect is baked")]
    public Task TheKeyInterconnectIsBaked() => keys.Bake();

    [Given("a channel that the target manages, on an interconnect that is baked")]
    public Task AChannelOfTheTargets() => targets.Bake();

    [Given("{keyChannel} has an active key")]
    public Task AChannelHasAnActiveKey(ChannelName channel) => keys.NeedsActive(channel);

    [Given("every channel of the key interconnect has an active key")]
    public async Task EveryChannelHasAnActiveKey()
    {
        Skip.Unless(
            keys.Chosen.AreAll,
            $"the partner does not manage the keys of all channels of {keys.Chosen.Interconnect.Name.Id}");
        foreach (var channel in keys.Chosen.Channels)
            await keys.NeedsActive(channel);
    }

    [Given("the first channel has an active key, on an interconnect with a channel that has none")]
    public Task TheFirstChannelHasAnActiveKeyAndAnotherNone() => keys.ChooseWithRoom();

    [Given("{keyChannel} has been rotated")]
    public Task AChannelHasBeenRotated(ChannelName channel) => keys.Rotate(channel, keepOld: false);

    [StepDefinition("{keyChannel} has been rotated, its old key kept")]
    public Task AChannelHasBeenRotatedAndKeepsItsOldKey(ChannelName channel) =>
        keys.Rotate(channel, keepOld: true);

    [Given("{keyChannel} is in rotation")]
    public async Task AChannelIsInRotation(ChannelName channel) =>
        (await keys.Propose(keys.NewKey(channel))).Accepted();

    [Given("a key interconnect whose channels have no keys")]
    public Task AnInterconnectWithoutKeys() => keys.ChooseUntouched();

    [Given("{int} channel(s) of a key interconnect without keys")]
    public Task ChannelsWithoutKeys(int count) => keys.ChooseWithoutKeys(count);

    [Given("{keyChannel} has been given its first key")]
    public Task AChannelHasBeenGivenItsFirstKey(ChannelName channel) => keys.GiveFirst(channel);

    [Given("the target rotates a channel that it manages")]
    public Task TheTargetRotates() => targets.Rotate();

    [When("the clock is {span} after the rotation")]
    [When("the clock is {span} after the first key")]
    public Task TheClockIsAfterTheRotation(TimeSpan span) => span < Baking.Time
        ? world.Clock.Approach(keys.Latest.Begin + span, before: keys.Latest.Begin + Baking.Time)
        : world.Clock.Pass(keys.Latest.End + span);

    /// <summary>The channels are counted on the interconnect that the scenario has chosen by then.</summary>
    [StepArgumentTransformation("the first channel|the second channel", Name = "keyChannel")]
    public ChannelName Channel(string words) =>
        words == "the first channel" ? keys.Chosen.First : keys.Chosen.Second;

    [StepArgumentTransformation("[0-9]+ h(?: [0-9]+ m)?(?: [0-9]+ s)?|[0-9]+ s", Name = "span")]
    public static TimeSpan Span(string words) => Spans.Parse(words);
}
