using Harness.Lab.Measuring.Capture;
using Harness.Lab.Measuring.Routers;
using Harness.Lab.Operating;
using Harness.Lab.Routers;
using Harness.Lab.Routers.MacSec;
using Harness.Lab.Running;
using Harness.Lab.Runtimes;
using NUnit.Framework;

namespace Harness.Tests.Lab.Running;

/// <summary>What holds on a lab of real routers that carries traffic.</summary>
public sealed partial class SampleLabTests
{
    private static readonly TimeSpan _deadline = TimeSpan.FromSeconds(60);
    private SampleLab? _lab;

    private SampleLab Lab => _lab!;

    private FeatureChanges Changes => new(Lab.Abilities);

    private ProviderRouters Routers => Lab.Routers(TimeProvider.System);

    [OneTimeSetUp]
    public async Task Bring_it_up() => _lab = await SmallLab.UpAsync();

    [OneTimeTearDown]
    public async Task Take_it_down()
    {
        if (_lab is not null)
            await _lab.DisposeAsync();
    }

    [Test]
    public async Task Every_channel_encrypts_what_it_carries_at_both_ends()
    {
        foreach (var channel in Lab.Wiring.Channels)
        {
            foreach (var end in new[] { channel.First, channel.Second })
            {
                var status = await Routers.ReadMacSecAsync(end, CancellationToken.None);

                Assert.Multiple(() =>
                {
                    Assert.That(status.Encrypt && status.Protect, end.Node);
                    Assert.That(status.SaList.Sum(it => it.OutPktsEncrypted), Is.Positive, end.Node);
                    Assert.That(status.SaList.Single().Key, Is.EqualTo(Lab.Keys[channel].KeyId), end.Node);
                });
            }
        }
    }

    [Test]
    public async Task Every_session_of_every_device_is_established()
    {
        foreach (var device in Lab.Wiring.Devices)
        {
            var json = await RunAsync(device.Node, "vtysh", "-c", "show bgp vrf cust1 summary json");

            var peers = BgpSummary.Read(json).Peers;

            Assert.That(peers.Values.Select(peer => peer.State), Is.All.EqualTo("Established"), device.Node);
            Assert.That(peers, Has.Count.EqualTo(4), device.Node);
        }
    }

    [Test]
    public async Task A_packet_of_the_negotiated_size_crosses_whole_and_a_larger_one_does_not()
    {
        var there = $"{Lab.Wiring.Sites[1].HostAddress}";
        var mtu = Lab.Connections[0].Features[0].Config.MtuBytes!.Value;
        const int headers = 28;

        await RunAsync(SmallLab.Here, "ping", "-c", "1", "-w", "30", "-M", "do", "-s", $"{mtu - headers}", there);
        var larger = await Lab.Running.Node(SmallLab.Here).RunAsync(
            ["ping", "-c", "1", "-W", "1", "-M", "do", "-s", $"{mtu - headers + 1}", there],
            null,
            _deadline,
            CancellationToken.None);

        Assert.That(larger.ExitCode, Is.EqualTo(1), larger.Output);
    }

    [Test]
    public void A_refused_change_is_told_without_its_secret()
    {
        var change = new RouterChange(
            Lab.Wiring.Channels[0].First.Node,
            RouterTool.Frr,
            [new RouterLine("neighbour 1 pasword s3cr3t", "neighbour 1 pasword (hidden)")]);

        Assert.That(
            async () => await Routers.ApplyAllAsync([change], CancellationToken.None),
            Throws.TypeOf<LabException>().With.Message.Contains("(hidden)").And.Message.Not.Contains("s3cr3t"));
    }

    [Test]
    public void A_change_that_ip_refuses_is_told_with_its_line()
    {
        var change = new RouterChange(
            Lab.Wiring.Channels[0].First.Node, RouterTool.Ip, [new RouterLine("link set nothing up")]);

        Assert.That(
            async () => await Routers.ApplyAllAsync([change], CancellationToken.None),
            Throws.TypeOf<LabException>().With.Message.Contains("nothing"));
    }

    [Test]
    public async Task Traffic_over_an_idle_lab_loses_nothing_and_uses_every_channel()
    {
        var before = await EncryptedAsync();
        await using var measurement = await MeasureAsync(20_000);

        await measurement.SentAsync(2000, _deadline, CancellationToken.None);
        var loss = await measurement.StopAsync(CancellationToken.None);
        var after = await EncryptedAsync();

        Assert.Multiple(() =>
        {
            Assert.That(loss.Lost, Is.Zero, $"{loss}");
            Assert.That(loss.Sent, Is.GreaterThanOrEqualTo(4000));
            Assert.That(after.Zip(before, (late, early) => late - early), Is.All.GreaterThan(200));
        });
    }

    [Test]
    public async Task What_a_router_throws_away_is_counted_as_lost_in_its_direction_alone()
    {
        var hole = $"{Lab.Wiring.Sites[1].HostAddress}/32";
        await using var measurement = await MeasureAsync(21_000);

        await measurement.SentAsync(500, _deadline, CancellationToken.None);
        await RunAsync("red-aurora", "ip", "route", "add", "blackhole", hole);
        await measurement.SentAsync(1500, _deadline, CancellationToken.None);
        await RunAsync("red-aurora", "ip", "route", "del", "blackhole", hole);
        await measurement.SentAsync(2500, _deadline, CancellationToken.None);
        var loss = await measurement.StopAsync(CancellationToken.None);

        Assert.Multiple(() =>
        {
            Assert.That(loss.There.Loss.LongestLoss, Is.GreaterThan(100), $"{loss}");
            Assert.That(loss.There.Loss.LongestGap, Is.GreaterThan(TimeSpan.FromMilliseconds(100)));
            Assert.That(loss.There.Loss.Received, Is.GreaterThan(500));
            Assert.That(loss.Back.Loss.Lost, Is.Zero);
        });
    }

    [Test]
    public async Task A_key_is_rotated_under_traffic_without_loss_and_nothing_is_seen_in_the_clear()
    {
        var channel = Lab.Wiring.Channels[0];
        var next = Key(815, Lab.Keys[channel].NextNumber);
        var node = Lab.Running.Node(channel.First.Node);
        var rotation = new KeyRotation(Routers);
        await using var capture = await FrameCapture.StartAsync(
            node, channel.First.Lag, 96, TimeProvider.System, CancellationToken.None);
        await using var measurement = await MeasureAsync(22_000);

        await measurement.SentAsync(500, _deadline, CancellationToken.None);
        await rotation.RunAsync(RotationPlan.Rotate(channel, Lab.Keys[channel], next), CancellationToken.None);
        var loss = await measurement.StopAsync(CancellationToken.None);
        var seen = CaptureSummary.Of(PcapFile.Read(await capture.StopAsync(CancellationToken.None)));
        await rotation.RunAsync(RotationPlan.Rotate(channel, next, Lab.Keys[channel]), CancellationToken.None);

        Assert.Multiple(() =>
        {
            Assert.That(loss.Lost, Is.Zero, $"{loss}");
            Assert.That(seen.ClearFrames, Is.Zero, $"{seen}");
            Assert.That(seen.Encrypted.Keys, Is.EquivalentTo([0, 1]));
            Assert.That(seen.Encrypted.Values, Is.All.Positive);
        });
    }

    [Test]
    public async Task A_feature_that_is_drained_before_it_is_taken_away_takes_no_packet_with_it()
    {
        var features = FeaturesOf(Lab.Wiring.Channels[0]);
        await using var measurement = await MeasureAsync(23_000);

        await measurement.SentAsync(500, _deadline, CancellationToken.None);
        await Routers.ApplyAllAsync(features.Select(Changes.Drain), CancellationToken.None);
        await AwaitPathsAsync(["up2"], ["up4"]);
        await Routers.ApplyAllAsync(features.Select(Changes.Shutdown), CancellationToken.None);
        await Routers.ApplyAllAsync(features.SelectMany(Changes.Down), CancellationToken.None);
        await Routers.ApplyAllAsync(
            features.SelectMany(feature => Changes.Up(feature, drained: true)), CancellationToken.None);
        foreach (var feature in features)
            await AwaitRouteAsync(feature.End.Node, feature.Tenant.Vrf, FarOf(feature), [feature.Interface]);
        await Routers.ApplyAllAsync(features.Select(Changes.Undrain), CancellationToken.None);
        await AwaitPathsAsync(["up1", "up2"], ["up3", "up4"]);
        var loss = await measurement.StopAsync(CancellationToken.None);

        Assert.That(loss.Lost, Is.Zero, $"{loss}");
    }

    [Test]
    public async Task A_feature_that_is_taken_away_undrained_takes_packets_with_it()
    {
        var features = FeaturesOf(Lab.Wiring.Channels[0]);
        await using var measurement = await MeasureAsync(24_000);

        await measurement.SentAsync(500, _deadline, CancellationToken.None);
        await Routers.ApplyAsync(Changes.Down(features[0])[1], CancellationToken.None);
        await AwaitPathsAsync(["up2"], ["up4"]);
        var loss = await measurement.StopAsync(CancellationToken.None);
        await Routers.ApplyAsync(Changes.Down(features[0])[0], CancellationToken.None);
        await Routers.ApplyAllAsync(Changes.Up(features[0]), CancellationToken.None);
        await AwaitPathsAsync(["up1", "up2"], ["up3", "up4"]);

        Assert.That(loss.Lost, Is.Positive, $"{loss}");
    }

    [Test]
    public async Task A_channel_whose_keys_differ_passes_nothing_in_the_clear_and_the_other_carries_on()
    {
        var channel = Lab.Wiring.Channels[0];
        var old = Lab.Keys[channel];
        var (one, other) = (Key(1, old.NextNumber), Key(2, old.NextNumber));
        await using var capture = await FrameCapture.StartAsync(
            Lab.Running.Node(channel.First.Node), channel.First.Lag, 96, TimeProvider.System, CancellationToken.None);

        await Routers.ApplyAllAsync(Rekeyed(channel.First, channel.Second, one), CancellationToken.None);
        await Routers.ApplyAllAsync(Rekeyed(channel.Second, channel.First, other), CancellationToken.None);
        await AwaitPathsAsync(["up2"], ["up4"]);
        await using var measurement = await MeasureAsync(25_000);
        await measurement.SentAsync(1000, _deadline, CancellationToken.None);
        var loss = await measurement.StopAsync(CancellationToken.None);
        var refused = (await Routers.ReadMacSecAsync(channel.First, CancellationToken.None)).Refused;
        var seen = CaptureSummary.Of(PcapFile.Read(await capture.StopAsync(CancellationToken.None)));
        await Routers.ApplyAllAsync(
            [MacSecChanges.Use(channel.First, old.Number), MacSecChanges.Use(channel.Second, old.Number)],
            CancellationToken.None);
        await Routers.ApplyAllAsync(
            [
                .. Removed(channel.First, channel.Second, old.NextNumber),
                .. Removed(channel.Second, channel.First, old.NextNumber),
            ],
            CancellationToken.None);
        await AwaitPathsAsync(["up1", "up2"], ["up3", "up4"]);

        Assert.Multiple(() =>
        {
            Assert.That(loss.Lost, Is.Zero, $"{loss}");
            Assert.That(refused, Is.Positive);
            Assert.That(seen.ClearFrames, Is.Zero, $"{seen}");
            Assert.That(seen.Encrypted.GetValueOrDefault(old.NextNumber), Is.Positive, $"{seen}");
        });
    }
}
