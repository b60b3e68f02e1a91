using Harness.Lab.Planning;
using Harness.Lab.Routers;

namespace Harness.Benchmarks.Lab;

/// <summary>
/// The floor of bringing a lab up: one script of the shell that is the first process of a user-mode-linux and issues
/// the commands of a plan, every node beside the others, without an agent that could be asked for anything.
/// </summary>
/// <param name="plan">What is brought up.</param>
/// <param name="changes">Sessions, which are configured when a node's daemons run.</param>
internal sealed class FloorScript(LabPlan plan, ILookup<string, RouterChange> changes)
{
    /// <summary>What it writes when every session of every router is established.</summary>
    public const string Done = "every session is established";

    private const string Modules =
        "veth ipv6 gcm ctr ghash_generic macsec 8021q vxlan bonding vrf sch_netem";

    private const string Ended = "END-OF-FLOOR-TEXT";

    /// <summary>The script of the machine.</summary>
    /// <param name="directory">Where those of the nodes are.</param>
    public string Machine(string directory) => Lines(
    [
        "#!/bin/bash",
        "export PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 HOME=/tmp",
        "mount -t proc proc /proc",
        "mount --make-rprivate /",
        "mount -t sysfs sysfs /sys",
        "mount -t tmpfs tmpfs /run",
        "release=$(uname -r)",
        "mkdir -p /run/netns /run/modules/lib/modules",
        "ln -s /usr/lib/uml/modules/$release /run/modules/lib/modules/$release",
        $"modprobe -a -d /run/modules {Modules} 2>/dev/null",
        .. Batch(
        [
            .. plan.Nodes.Select(node => $"netns add {node.Name}"),
            .. plan.Links.Select(link =>
                $"link add {link.A.Interface} address {link.A.Address} netns {link.A.Node} type veth "
                + $"peer name {link.B.Interface} address {link.B.Address} netns {link.B.Node}"),
        ]),
        .. plan.Nodes.Select(node =>
            $"nsenter --net=/run/netns/{node.Name} unshare -m bash {directory}/{node.Name}.sh &"),
        "wait",
        $"echo {Done} >/dev/ttyS0",
        "sleep infinity",
    ]);

    /// <summary>The script of a node, which ends when its sessions are established.</summary>
    public string Node(PlannedNode node) => Lines(
    [
        "exec 9>/run/turn",
        "for directory in /run /tmp /etc/frr; do mount -t tmpfs tmpfs $directory; done",
        "mount -t sysfs sysfs /sys",
        "chmod 1777 /tmp",
        // Pauses without a process for each, which is what a user-mode-linux is slowest at.
        "mkfifo /tmp/never",
        "exec 8<>/tmp/never",
        "pause() { read -rt $1 -u 8; }",
        .. node.Sysctls.Select(setting => $"echo {setting.Value} >/proc/sys/{setting.Key.Replace('.', '/')}"),
        "mkdir /run/frr",
        "chown frr:frr /run/frr",
        .. node.Files.SelectMany(file => (string[])
        [
            .. Text($"cat >{file.Path}", file.Text),
            $"chown frr:frr {file.Path}",
        ]),
        .. Batch(["link set lo up", .. node.Wiring]),
        .. node.Daemons.SelectMany(daemon => Daemon(daemon.Program())),
        .. node.Daemons.Where(daemon => daemon != RoutingDaemon.Zebra).Select(daemon =>
            Await($"[ -e /run/frr/{daemon.Program()}.vty ]", "0.2")),
        .. changes[node.Name].SelectMany(change => Text(string.Join(' ', change.Command), change.Input)),
        .. node.Daemons is [] ? [] : Established(),
    ]);

    private static IEnumerable<string> Daemon(string program) =>
    [
        $"/usr/lib/frr/{program} -f /etc/frr/frr.conf -P 0 </dev/null >/tmp/{program}.log 2>&1 9>&- &",
        .. program == "zebra" ? [Await("[ -e /run/frr/zserv.api ]", "0.2")] : (string[])[],
    ];

    // Some session, and none that is not established. One node after the other looks, as the harness does: all of them
    // at once would keep the one processor from what they look for.
    private static IEnumerable<string> Established() =>
    [
        "flock 9",
        "states() { vtysh -c 'show bgp vrf all summary json' | grep '\"state\":'; }",
        Await("states >/tmp/states && ! grep -qv Established /tmp/states", "1"),
    ];

    private static string Await(string condition, string look) => $"until {condition}; do pause {look}; done";

    private static IEnumerable<string> Batch(IEnumerable<string> lines) => Text("ip -batch -", Lines(lines));

    private static IEnumerable<string> Text(string command, string input) =>
        [$"{command} <<'{Ended}'", input.TrimEnd('\n'), Ended];

    private static string Lines(IEnumerable<string> lines) => string.Concat(lines.Select(line => line + "\n"));
}
