using Harness.Lab.Wiring;

namespace Harness.Lab.Routers.MacSec;

/// <summary>The order in which keys are changed, for both ends of a channel.</summary>
public static class RotationPlan
{
    /// <summary>
    /// The first key. Whoever sends before the other receives loses what is sent, so receiving comes first; MACsec
    /// sends under association 0 from the start, so nothing is sent before there is one.
    /// </summary>
    public static IReadOnlyList<RotationStep> First(WiredChannel channel, SecureAssociation key) =>
    [
        .. Introduce(channel, key),
        .. key.Number == 0 ? [] : new[] { Use(channel, key) },
        new RotationStep.AwaitUse([channel.First, channel.Second], key),
    ];

    /// <summary>From one key to the next without losing a packet (MAC-19): the old key is accepted until both ends are
    /// seen to use the new one.</summary>
    public static IReadOnlyList<RotationStep> Rotate(
        WiredChannel channel, SecureAssociation old, SecureAssociation next) =>
        old.Number == next.Number
            ? throw new ArgumentException($"Both keys have association number {old.Number}.", nameof(next))
            :
            [
                .. Introduce(channel, next),
                Use(channel, next),
                new RotationStep.AwaitUse([channel.First, channel.Second], next),
                AtBothEnds(channel, "send under the old key no more",
                    (end, _) => MacSecChanges.RemoveTransmit(end, old.Number)),
                AtBothEnds(channel, "accept the old key no more",
                    (end, peer) => MacSecChanges.RemoveReceive(end, peer, old.Number)),
            ];

    private static RotationStep[] Introduce(WiredChannel channel, SecureAssociation key) =>
    [
        AtBothEnds(channel, "accept the new key", (end, peer) => MacSecChanges.AddReceive(end, peer, key)),
        AtBothEnds(channel, "know the new key to send", (end, _) => MacSecChanges.AddTransmit(end, key)),
    ];

    private static RotationStep.Change Use(WiredChannel channel, SecureAssociation key) =>
        AtBothEnds(channel, "send under the new key", (end, _) => MacSecChanges.Use(end, key.Number));

    private static RotationStep.Change AtBothEnds(
        WiredChannel channel, string title, Func<ChannelEnd, ChannelEnd, RouterChange> change) => new(
        title, [change(channel.First, channel.Second), change(channel.Second, channel.First)]);
}
