using Harness.Lab.Measuring.Routers;
using NUnit.Framework;

namespace Harness.Tests.Lab.Measuring.Routers;

public sealed class RoutesAndSessionsTests
{
    // As FRR 8.4 answers, shortened.
    private const string Summary = """
        {"ipv4Unicast": {"routerId": "100.127.0.1", "as": 64512, "vrfName": "cust1", "peers": {
            "100.64.0.0": {"hostname": "red-aurora", "remoteAs": 65101, "pfxRcd": 1, "state": "Established"},
            "169.254.16.2": {"remoteAs": 64513, "state": "Idle (Admin)", "connectionsDropped": 1}}, "totalPeers": 2}
        ,
        "ipv6Unicast": {"peers": {"fd20:c0:1::2": {"remoteAs": 64513, "pfxRcd": 3, "state": "Established"}}}}
        """;

    private const string Routes = """
        [{"dst": "10.0.1.0/24", "dev": "lan", "protocol": "kernel", "scope": "link", "flags": []},
         {"dst": "10.0.2.0/24", "nhid": 46, "protocol": "bgp", "metric": 20, "flags": [], "nexthops": [
            {"gateway": "100.64.0.1", "dev": "up1", "weight": 1, "flags": []},
            {"gateway": "100.64.0.3", "dev": "up2", "weight": 1, "flags": []}]},
         {"dst": "10.0.3.0/24", "gateway": "100.64.0.5", "dev": "up3", "protocol": "bgp"},
         {"type": "unreachable", "dst": "default", "dev": "lo", "metric": 4278198272}]
        """;

    [Test]
    public void Sessions_of_both_families_are_found_by_address()
    {
        var summary = BgpSummary.Read(Summary);

        Assert.That(summary.Peers["100.64.0.0"], Is.EqualTo(new BgpPeer(65101, "Established", 1)));
        Assert.That(summary.NotEstablished(["100.64.0.0", "fd20:c0:1::2"]), Is.Empty);
        Assert.That(
            summary.NotEstablished(["100.64.0.0", "169.254.16.2", "169.254.16.6"]),
            Is.EqualTo(new[] { "169.254.16.2: Idle (Admin)", "169.254.16.6: unknown" }));
    }

    [TestCase("{}")]
    [TestCase("""{"ipv4Unicast": {}}""")]
    public void An_instance_without_sessions_has_none(string answer) =>
        Assert.That(BgpSummary.Read(answer).Peers, Is.Empty);

    [Test]
    public void A_route_tells_by_which_interfaces_packets_leave()
    {
        var routes = KernelRoute.ReadAll(Routes).ToDictionary(route => route.Dst, route => route.Interfaces);

        Assert.That(routes["10.0.1.0/24"], Is.EqualTo(new[] { "lan" }));
        Assert.That(routes["10.0.2.0/24"], Is.EqualTo(new[] { "up1", "up2" }));
        Assert.That(routes["10.0.3.0/24"], Is.EqualTo(new[] { "up3" }));
        Assert.That(routes["default"], Is.Empty);
    }

    [Test]
    public void An_answer_of_another_kind_is_told_as_such()
    {
        Assert.That(() => BgpSummary.Read("% BGP instance not found"), Throws.TypeOf<RouterOutputException>());
        Assert.That(() => KernelRoute.ReadAll("""[{"dev": "lo"}]"""), Throws.TypeOf<RouterOutputException>());
    }
}
