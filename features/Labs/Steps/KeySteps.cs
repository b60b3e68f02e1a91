using Harness.Certification.Bindings;
using Harness.Certification.Checks;
using Harness.Certification.Verdicts;
using Harness.Lab.Measuring.Capture;
using Harness.Lab.Measuring.Routers;
using Harness.Lab.Routers;
using Harness.Lab.Routers.MacSec;
using Harness.Lab.Wiring;

namespace Harness.Features.Labs.Steps;

/// <summary>MACsec keys of a channel, and what somebody on the wire sees.</summary>
[Binding]
public sealed class KeySteps(LabWorld world)
{
    private string? before;

    private WiredChannel Channel => world.FirstChannel.Channel;

    [Given("the frames of the first channel are captured on the wire")]
    public Task FramesAreCaptured()
    {
        Demand();
        return world.CaptureAsync(Channel.First, Channel.First.Lag, "on the wire");
    }

    [Given("the frames of the first channel are captured above MACsec")]
    public Task FramesAreCapturedAbove()
    {
        Demand();
        return world.CaptureAsync(Channel.First, world.FirstChannel.First.Interface, "above MACsec");
    }

    [When("an operator has the key of the first channel rotated")]
    public async Task TheKeyIsRotated()
    {
        before = KeyOf(await StatusAsync(Channel.First));
        world.Timeline.Begin($"the key of {Channel.Channel.Id} is rotated");
        await world.Bench.RotateAsync(Channel, world.Cancellation);
    }

    [Then("both ends of the first channel use one and the same new key")]
    public async Task BothEndsUseTheNewKey()
    {
        var (one, other) = (KeyOf(await StatusAsync(Channel.First)), KeyOf(await StatusAsync(Channel.Second)));
        Check.Present("the key that is sent under", one);
        Check.NotEqual("the key that is sent under", before, one);
        Check.Equal("the key of the other end", one, other);
    }

    [When("one end of the first channel sends under a key that the other end does not know")]
    public async Task OneEndIsTooEarly()
    {
        var status = await StatusAsync(Channel.First);
        var key = SampleConnection.Key(world.Scenario.Random, (status.EncodingSa + 1) % 4);
        world.Timeline.Begin($"one end of {Channel.Channel.Id} sends under a key that the other does not know");
        await world.BreakAsync(
            Channel,
            [MacSecChanges.AddTransmit(Channel.First, key), MacSecChanges.Use(Channel.First, key.Number)],
            [
                MacSecChanges.Use(Channel.First, status.EncodingSa),
                MacSecChanges.RemoveTransmit(Channel.First, key.Number),
            ]);
    }

    /// <summary>Each end has keys of its own to send and to receive under, and both encrypt.</summary>
    [When("the ends of the first channel have different keys")]
    public async Task TheEndsHaveDifferentKeys()
    {
        world.Timeline.Begin($"the ends of {Channel.Channel.Id} have different keys");
        foreach (var end in (ChannelEnd[])[Channel.First, Channel.Second])
        {
            var status = await StatusAsync(end);
            var peer = Channel.PeerOf(end);
            var key = SampleConnection.Key(world.Scenario.Random, (status.EncodingSa + 1) % 4);
            await world.BreakAsync(
                Channel,
                [
                    MacSecChanges.AddReceive(end, peer, key),
                    MacSecChanges.AddTransmit(end, key),
                    MacSecChanges.Use(end, key.Number),
                ],
                [
                    MacSecChanges.Use(end, status.EncodingSa),
                    MacSecChanges.RemoveTransmit(end, key.Number),
                    MacSecChanges.RemoveReceive(end, peer, key.Number),
                ]);
        }
    }

    [Then("every captured frame was encrypted")]
    public async Task EveryFrameWasEncrypted() => Encrypted(await SeenAsync());

    [Then("every captured frame was encrypted, some under the old key and some under the new one")]
    public async Task FramesUnderBothKeys()
    {
        var seen = await SeenAsync();
        Encrypted(seen);
        Check.Equal($"the keys that frames were under ({seen})", 2, seen.Encrypted.Count(it => it.Value > 0));
    }

    [Then("frames of the customer were captured in the clear")]
    public async Task FramesInTheClear()
    {
        var seen = await SeenAsync();
        Check.That(
            "frames in the clear above MACsec", seen.ClearFrames > 0, "some: a capture has to see them", $"{seen}");
    }

    private static void Encrypted(CaptureSummary seen)
    {
        Check.That("captured frames", seen.Frames > 0, "some", $"{seen}");
        Check.Equal($"frames in the clear ({seen})", 0, seen.ClearFrames);
    }

    private async Task<CaptureSummary> SeenAsync()
    {
        var seen = CaptureSummary.Of(await world.EndCaptureAsync());
        world.Scenario.Note($"on the wire: {seen}");
        return seen;
    }

    private Task<MacSecStatus> StatusAsync(ChannelEnd end)
    {
        Demand();
        return world.Routers.ReadMacSecAsync(end, world.Cancellation);
    }

    private void Demand()
    {
        if (!world.Abilities.MacSec)
            throw new SkipException("the routers' kernel has no MACsec; run the lab on another runtime, such as uml");
    }

    private static string? KeyOf(MacSecStatus status) =>
        status.SaList.FirstOrDefault(it => it.An == status.EncodingSa && it.Active)?.Key;
}
