using Harness.Features.Labs.Timelines;
using Harness.Lab.Pictures;
using Harness.Tests.Lab.Running;
using NUnit.Framework;

namespace Harness.Tests.Features.Labs.Timelines;

public sealed class ChannelTracksTests
{
    [Test]
    public void A_feature_is_there_when_both_ends_have_it_and_drained_when_either_end_is() => Assert.That(
        States(
            (1, "aurora", ChannelState.Absent),
            (2, "borealis", ChannelState.Absent),
            (3, "aurora", ChannelState.Carrying),
            (4, "borealis", ChannelState.Carrying),
            (5, "borealis", ChannelState.Drained),
            (6, "aurora", ChannelState.Absent),
            (7, "aurora", null),
            (8, "borealis", null)),
        Is.EqualTo(new[]
        {
            (4, ChannelState.Carrying), (5, ChannelState.Drained), (6, ChannelState.Absent), (7, ChannelState.Drained),
            (8, ChannelState.Absent),
        }));

    [Test]
    public void A_key_is_changed_until_the_last_end_is_done() => Assert.That(
        States(
            (0, "feature", ChannelState.Carrying),
            (1, "aurora key", ChannelState.Rotating),
            (2, "borealis key", ChannelState.Rotating),
            (3, "aurora key", null),
            (4, "borealis key", null)),
        Is.EqualTo(new[]
        {
            (0, ChannelState.Carrying), (1, ChannelState.Rotating), (4, ChannelState.Carrying),
        }));

    [Test]
    public void A_broken_channel_is_what_it_was_when_it_is_mended() => Assert.That(
        States(
            (0, "feature", ChannelState.Drained), (1, "by hand", ChannelState.Down), (2, "by hand", null)),
        Is.EqualTo(new[] { (0, ChannelState.Drained), (1, ChannelState.Down), (2, ChannelState.Drained) }));

    [Test]
    public void Tracks_are_in_the_order_of_the_channels_without_those_that_were_nothing()
    {
        var (one, two) = (SmallLab.Wiring.Channels[0], SmallLab.Wiring.Channels[1]);
        var at = TimeSpan.Zero;

        var both = ChannelTracks.Of(
            [(at, new(two, null, "x", ChannelState.Carrying)), (at, new(one, null, "x", ChannelState.Carrying))]);
        var only = ChannelTracks.Of(
            [(at, new(one, null, "x", ChannelState.Absent)), (at, new(two, null, "x", ChannelState.Carrying))]);

        Assert.That(both.Select(track => track.Name), Is.EqualTo(["ix1/ch1", "ix1/ch2"]));
        Assert.That(only.Select(track => track.Name), Is.EqualTo(["ix1/ch2"]));
    }

    private static IEnumerable<(int At, ChannelState State)> States(
        params (int At, string By, ChannelState? State)[] said) =>
        ChannelTracks.Of(said.Select(it => (
                TimeSpan.FromSeconds(it.At),
                new ChannelChange(SmallLab.Wiring.Channels[0], null, it.By, it.State))))
            .Single().Changes.Select(change => ((int)change.At.TotalSeconds, change.State));
}
