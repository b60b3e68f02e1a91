namespace Harness.Lab.Planning;

/// <summary>A node of a plan: a network and a file system of its own on the runtime.</summary>
/// <param name="Name">Letters, digits and hyphens, 1 to 32.</param>
/// <param name="Kind">Router or host.</param>
/// <param name="Daemons">The routing daemons to start; none on a host.</param>
/// <param name="Files">Files that are there before the daemons start.</param>
/// <param name="Sysctls">Kernel settings of the node's network, such as <c>net.ipv4.ip_forward</c> to <c>1</c>.</param>
/// <param name="Wiring">
/// Lines for <c>ip -batch</c>, run inside the node once its wires are there and before its daemons start.
/// </param>
public sealed record PlannedNode(
    string Name,
    NodeKind Kind,
    IReadOnlyList<RoutingDaemon> Daemons,
    IReadOnlyList<PlannedFile> Files,
    IReadOnlyDictionary<string, string> Sysctls,
    IReadOnlyList<string> Wiring)
{
    /// <summary>
    /// <see cref="Sysctls"/> and what a container needs besides: engines take IPv6 away from one without a network.
    /// </summary>
    public IReadOnlyDictionary<string, string> ContainerSysctls => new Dictionary<string, string>(Sysctls)
    {
        ["net.ipv6.conf.all.disable_ipv6"] = "0",
        ["net.ipv6.conf.default.disable_ipv6"] = "0",
    };
}
