using Harness.Cli.Pairs;
using Harness.Protocol.Names;
using Harness.Reference.Testbed;
using NUnit.Framework;

namespace Harness.Tests.Cli.Pairs;

public sealed class MirroredTestbedTests
{
    private static readonly TestbedModel One = DefaultTestbed.Create(2, new Uri("https://two.example/"));
    private static readonly TestbedModel Other =
        MirroredTestbed.Of(One, DefaultTestbed.PartnerId, new Uri("https://one.example/"), asn: 64_600);

    [Test]
    public void It_is_the_peers_and_calls_the_first_one() => Assert.Multiple(() =>
    {
        Assert.That(Other.Provider.Id, Is.EqualTo("borealis"));
        Assert.That(
            Other.Peers, Is.EqualTo(new[] { new TestbedPeer("aurora", "Aurora Cloud", new("https://one.example/")) }));
    });

    [Test]
    public void It_has_what_the_two_share_below_the_first_ones_prefix_and_nothing_of_a_stranger()
    {
        var shared = One.Environments.Where(environment => environment.Peer == "borealis").ToList();

        Assert.Multiple(() =>
        {
            Assert.That(Other.Environments.Select(it => it.Id), Is.EqualTo(shared.Select(it => it.Id)));
            Assert.That(Other.Environments.Select(it => it.Name.Provider), Is.All.EqualTo(new ProviderName("aurora")));
        });
    }

    [Test]
    public void Who_manages_a_channel_is_the_same_on_both_sides_and_devices_are_each_ones_own()
    {
        var channels = One.Environments[0].Interconnects[0].Channels;
        var mirrored = Other.Environments[0].Interconnects[0].Channels;

        Assert.Multiple(() =>
        {
            Assert.That(mirrored.Select(it => it.MacsecManager), Is.EqualTo(channels.Select(it => it.MacsecManager)));
            Assert.That(mirrored.Select(it => it.Device).Intersect(channels.Select(it => it.Device)), Is.Empty);
        });
    }

    [Test]
    public void It_has_an_asn_of_its_own() =>
        Assert.That(Other.Environments[0].Interconnects[0].Guidance.OwnAsn, Is.EqualTo(64_600));

    [Test]
    public void It_can_be_written_and_read_again() =>
        Assert.That(
            TestbedFile.Write(TestbedFile.Parse(TestbedFile.Write(Other), "text")),
            Is.EqualTo(TestbedFile.Write(Other)));
}
