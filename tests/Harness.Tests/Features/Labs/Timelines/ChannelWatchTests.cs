using Harness.Features.Labs.Timelines;
using Harness.Lab.Pictures;
using Harness.Tests.Lab.Running;
using NUnit.Framework;

namespace Harness.Tests.Features.Labs.Timelines;

public sealed class ChannelWatchTests
{
    private readonly List<ChannelChange> heard = [];

    [SetUp]
    public void Forget() => heard.Clear();

    [Test]
    public void Who_comes_late_is_told_what_still_holds()
    {
        var watch = new ChannelWatch();
        watch.Say(Change("a", ChannelState.Absent));
        watch.Say(Change("a", ChannelState.Carrying));
        watch.Say(Change("b", ChannelState.Rotating));
        watch.Say(Change("b", null));

        watch.Follow(heard.Add);

        Assert.That(heard, Is.EqualTo([Change("a", ChannelState.Carrying)]));
    }

    [Test]
    public void Changes_are_told_until_nobody_follows_any_more()
    {
        var watch = new ChannelWatch();
        var following = watch.Follow(heard.Add);

        watch.Say(Change("a", ChannelState.Carrying));
        following.Dispose();
        watch.Say(Change("a", null));

        Assert.That(heard, Is.EqualTo([Change("a", ChannelState.Carrying)]));
    }

    private static ChannelChange Change(string by, ChannelState? state) =>
        new(SmallLab.Wiring.Channels[0], null, by, state);
}
