using Harness.Lab.Measuring.Routers;
using Harness.Lab.Routers;
using Harness.Lab.Running;
using Harness.Lab.Runtimes;
using NUnit.Framework;

namespace Harness.Tests.Lab.Running;

/// <summary>What holds on a lab of real routers that carries traffic.</summary>
public sealed class SampleLabTests
{
    private static readonly TimeSpan _deadline = TimeSpan.FromSeconds(60);
    private SampleLab? _lab;

    private SampleLab Lab => _lab!;

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
                var status = (await MacSecAsync(end.Node)).Single(it => it.IfName == end.Secured);

                Assert.Multiple(() =>
                {
                    Assert.That(status.Encrypt && status.Protect, end.Node);
                    Assert.That(status.SaList.Sum(it => it.OutPktsEncrypted), Is.Positive, end.Node);
                    Assert.That(status.SaList.Single().Key, Is.EqualTo(Lab.Keys[channel].KeyId), end.Node);
                    Assert.That(status.Refused, Is.Zero, end.Node);
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
            async () => await Lab.Running.ApplyAsync(change, CancellationToken.None),
            Throws.TypeOf<LabException>().With.Message.Contains("(hidden)").And.Message.Not.Contains("s3cr3t"));
    }

    [Test]
    public void A_change_that_ip_refuses_is_told_with_its_line()
    {
        var change = new RouterChange(
            Lab.Wiring.Channels[0].First.Node, RouterTool.Ip, [new RouterLine("link set nothing up")]);

        Assert.That(
            async () => await Lab.Running.ApplyAsync(change, CancellationToken.None),
            Throws.TypeOf<LabException>().With.Message.Contains("nothing"));
    }

    private async Task<IReadOnlyList<MacSecStatus>> MacSecAsync(string node) =>
        MacSecStatus.ReadAll(await RunAsync(node, "ip", "-s", "-j", "macsec", "show"));

    private async Task<string> RunAsync(string node, params string[] arguments)
    {
        var result = await Lab.Running.Node(node).RunAsync(arguments, null, _deadline, CancellationToken.None);
        Assert.That(result.Succeeded, $"{node}: {string.Join(' ', arguments)}: {result.Output}{result.Error}");
        return result.Output;
    }
}
