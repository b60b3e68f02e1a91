using Harness.Lab.Planning;

namespace Harness.Tests.Lab.Runtimes;

/// <summary>The smallest plan that shows all that a runtime promises: two routers and a host in a row.</summary>
internal static class ContractPlan
{
    public const string Left = "left";
    public const string Right = "right";
    public const string Host = "host";

    public static LabPlan Labelled(string label) => new(
        label,
        [
            Router(Left, "10.0.0.1/30"),
            Router(Right, "10.0.0.2/30", "addr add 10.0.1.1/24 dev eth2", "link set eth2 up"),
            new PlannedNode(Host, NodeKind.Host, [], [], Forwarding("0"),
                ["addr add 10.0.1.2/24 dev eth1", "link set eth1 up", "route add default via 10.0.1.1"]),
        ],
        [
            new(new(Left, "eth1", "02:00:00:00:01:01"), new(Right, "eth1", "02:00:00:00:02:01")),
            new(new(Right, "eth2", "02:00:00:00:02:02"), new(Host, "eth1", "02:00:00:00:03:01")),
        ]);

    private static PlannedNode Router(string name, string address, params string[] wiring) => new(
        name,
        NodeKind.Router,
        [RoutingDaemon.Zebra, RoutingDaemon.Bgpd],
        [new PlannedFile("/etc/frr/frr.conf", $"hostname {name}\nrouter bgp 65001\n bgp router-id 10.9.9.9\n")],
        Forwarding("1"),
        [$"addr add {address} dev eth1", "link set eth1 up", .. wiring]);

    private static Dictionary<string, string> Forwarding(string value) => new() { ["net.ipv4.ip_forward"] = value };
}
