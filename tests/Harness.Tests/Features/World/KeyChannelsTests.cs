using Harness.Certification.Verdicts;
using Harness.Features.World;
using Harness.Protocol.Names;
using Harness.Protocol.Resources;
using NUnit.Framework;

namespace Harness.Tests.Features.World;

public sealed class KeyChannelsTests
{
    private static readonly ProviderName Partner = new("borealis");
    private static readonly ProviderName Target = new("aurora");

    [Test]
    public void Only_the_managers_own_channels_count()
    {
        var interconnect = Interconnect("ix", Target, Partner, Target, Partner);
        var channels = KeyChannels.Of(interconnect, Partner);
        Assert.That(channels.First.Id, Is.EqualTo("ch1"));
        Assert.That(channels.Second.Id, Is.EqualTo("ch3"));
        Assert.That(channels.AreAll, Is.False);
    }

    [Test]
    public void A_channel_that_is_missing_skips_the_scenario() => Assert.That(
        () => KeyChannels.Of(Interconnect("ix", Partner, Target), Partner).Second,
        Throws.TypeOf<SkipException>().With.Message.Contains("ix has 1 channels"));

    [Test]
    public void The_last_interconnect_without_any_key_is_untouched()
    {
        var found = KeyChannels.Untouched(
            [Without("one", 4, of: 4), Without("two", 4, of: 4), Without("three", 3, of: 4)]);
        Assert.That(found!.Interconnect.Name.Id, Is.EqualTo("two"));
    }

    [Test]
    public void Where_every_interconnect_has_a_key_none_is_untouched() =>
        Assert.That(KeyChannels.Untouched([Without("one", 3, of: 4), Without("two", 0, of: 4)]), Is.Null);

    [Test]
    public void Channels_without_keys_come_from_where_the_fewest_are_left()
    {
        var found = KeyChannels.Some(
            [Without("one", 4, of: 4), Without("two", 2, of: 4), Without("three", 1, of: 4)], 2);
        Assert.That(found!.Interconnect.Name.Id, Is.EqualTo("two"));
    }

    [Test]
    public void Of_interconnects_alike_the_first_is_spared()
    {
        var found = KeyChannels.Some([Without("one", 4, of: 4), Without("two", 4, of: 4)], 2);
        Assert.That(found!.Interconnect.Name.Id, Is.EqualTo("two"));
    }

    [Test]
    public void Where_too_few_are_left_there_are_none() =>
        Assert.That(KeyChannels.Some([Without("one", 1, of: 4)], 2), Is.Null);

    private static KeyChannels Without(string id, int count, int of)
    {
        var interconnect = Interconnect(id, [.. Enumerable.Repeat(Partner, of)]);
        return new KeyChannels(
            interconnect,
            [.. interconnect.Channels.TakeLast(count).Select(channel => channel.Name)]);
    }

    private static AgreedInterconnect Interconnect(string id, params ProviderName[] managers)
    {
        var name = Partner.Environment("env").Interconnect(id);
        return new AgreedInterconnect(
            name,
            InterconnectState.Active,
            10_000,
            [100],
            [.. managers.Select((manager, index) => new AgreedChannel(name.Channel($"ch{index}"), $"{manager}"))],
            AgreedKeyDuty: true,
            ForKeys: true);
    }
}
