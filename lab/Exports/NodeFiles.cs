using Harness.Lab.Planning;
using Harness.Lab.Routers;
using Harness.Lab.Wiring;

namespace Harness.Lab.Exports;

/// <summary>
/// What each node begins with, for runtimes that are not ours: <c>nodes/NAME/frr.conf</c> on routers,
/// <c>nodes/NAME/wiring</c> for <c>ip -batch</c>, <c>nodes/NAME/interfaces</c> to wait for, and <c>wires</c>, a line
/// for each wire with node, interface and Ethernet address of both ends.
/// </summary>
public static class NodeFiles
{
    /// <summary>Where the files of a node are.</summary>
    public static string Directory(string node) => $"nodes/{node}";

    /// <summary>The files of all nodes.</summary>
    public static IReadOnlyList<ExportedFile> Of(LabWiring wiring)
    {
        var plan = Plan(wiring);
        var wires = plan.Links.Select(link =>
            $"{link.A.Node} {link.A.Interface} {link.A.Address} {link.B.Node} {link.B.Interface} {link.B.Address}");
        return [new ExportedFile("wires", Lines(wires)), .. plan.Nodes.SelectMany(node => Of(node, plan))];
    }

    /// <summary>The plan that exports are made of: everything that a kernel of the wide world has.</summary>
    internal static LabPlan Plan(LabWiring wiring) =>
        LabPlans.Of(wiring.Topology.Name, wiring, RouterAbilities.All);

    private static IEnumerable<ExportedFile> Of(PlannedNode node, LabPlan plan)
    {
        var ends = plan.Links.SelectMany(link => new[] { link.A, link.B }).Where(end => end.Node == node.Name);
        // Other runtimes give addresses of their own, and MACsec has to know its peer's.
        var addresses = ends.Select(end => $"link set {end.Interface} address {end.Address}");
        yield return new ExportedFile($"{Directory(node.Name)}/wiring", Lines(addresses.Concat(node.Wiring)));
        yield return new ExportedFile($"{Directory(node.Name)}/interfaces", Lines(ends.Select(end => end.Interface)));
        foreach (var file in node.Files)
            yield return new ExportedFile($"{Directory(node.Name)}/{Path.GetFileName(file.Path)}", file.Text);
    }

    private static string Lines(IEnumerable<string> lines) => string.Concat(lines.Select(line => line + "\n"));
}
