using Harness.Lab.Planning;
using Harness.Lab.Wiring;

namespace Harness.Lab.Routers;

/// <summary>Makes a plan for a runtime from a topology.</summary>
public static class LabPlans
{
    private const string FrrPath = "/etc/frr/frr.conf";

    // Forwarding over several paths, by flow; a path whose link or neighbour is gone is not used.
    private static readonly Dictionary<string, string> _router = new(StringComparer.Ordinal)
    {
        ["net.ipv4.ip_forward"] = "1",
        ["net.ipv4.conf.all.rp_filter"] = "0",
        ["net.ipv4.conf.default.rp_filter"] = "0",
        ["net.ipv4.conf.all.ignore_routes_with_linkdown"] = "1",
        ["net.ipv4.fib_multipath_use_neigh"] = "1",
        ["net.ipv4.fib_multipath_hash_policy"] = "1",
        ["net.ipv6.conf.all.forwarding"] = "1",
        ["net.ipv6.conf.all.ignore_routes_with_linkdown"] = "1",
        ["net.ipv6.conf.all.keep_addr_on_down"] = "1",
        ["net.ipv6.fib_multipath_hash_policy"] = "1",
    };

    private static readonly Dictionary<string, string> _host = new(StringComparer.Ordinal)
    {
        ["net.ipv4.ip_forward"] = "0",
        ["net.ipv4.conf.all.rp_filter"] = "0",
        ["net.ipv4.conf.default.rp_filter"] = "0",
    };

    /// <summary>Makes the plan.</summary>
    /// <param name="label">Marks all that is created.</param>
    /// <param name="wiring">The lab.</param>
    /// <param name="abilities">What the routers' kernel can do.</param>
    /// <param name="changes">Changes by <c>ip</c> that the nodes begin with, such as keys and interfaces of features.
    /// They may hold secrets. Those of FRR wait until its daemons run: a password that FRR 8.4 reads before it knows of
    /// the VRF is never asked of whoever connects.</param>
    /// <exception cref="ArgumentException">A change is one of FRR.</exception>
    public static LabPlan Of(
        string label, LabWiring wiring, RouterAbilities abilities, params IEnumerable<RouterChange> changes)
    {
        var configuration = new RouterConfiguration(wiring, abilities);
        var begun = changes.ToLookup(change => change.Tool == RouterTool.Ip
            ? change.Node
            : throw new ArgumentException($"{change.Node} cannot begin with a change of FRR.", nameof(changes)));
        return new LabPlan(
            label,
            [
                .. wiring.Devices.Select(device => Router(
                    device.Node, [RoutingDaemon.Zebra, RoutingDaemon.Bfdd, RoutingDaemon.Bgpd],
                    configuration.WiringOf(device), configuration.FrrOf(device), begun[device.Node])),
                .. wiring.Sites.Select(site => Router(
                    site.Site.Router, [RoutingDaemon.Zebra, RoutingDaemon.Bgpd],
                    RouterConfiguration.WiringOf(site), configuration.FrrOf(site), begun[site.Site.Router])),
                .. wiring.Sites.Select(site => new PlannedNode(
                    site.Site.Host, NodeKind.Host, [], [], _host, RouterConfiguration.HostWiringOf(site))),
            ],
            wiring.Links);
    }

    private static PlannedNode Router(
        string name,
        IReadOnlyList<RoutingDaemon> daemons,
        IReadOnlyList<string> wiring,
        IReadOnlyList<RouterLine> frr,
        IEnumerable<RouterChange> changes)
    {
        return new PlannedNode(
            name,
            NodeKind.Router,
            daemons,
            [new PlannedFile(FrrPath, string.Concat(frr.Select(line => line.Text + "\n")))],
            _router,
            [.. wiring, .. changes.SelectMany(change => change.Lines).Select(line => line.Text)]);
    }
}
