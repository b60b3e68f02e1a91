using System.Text.RegularExpressions;

namespace Harness.Lab.Planning;

/// <summary>Says what a runtime could not make of a plan.</summary>
public static partial class PlanCheck
{
    private static readonly string[] _ownDirectories = ["/etc/frr/", "/run/", "/tmp/"];

    /// <summary>The faults of the plan, each in one line; none when it is sound.</summary>
    public static IReadOnlyList<string> Faults(LabPlan plan) =>
    [
        .. NameFaults("label", [plan.Label]),
        .. NameFaults("node", plan.Nodes.Select(node => node.Name)),
        .. plan.Nodes.GroupBy(node => node.Name).Where(same => same.Count() > 1)
            .Select(same => $"node {same.Key}: expected one of that name, found {same.Count()}"),
        .. plan.Nodes.SelectMany(FileFaults),
        .. plan.Links.SelectMany(link => EndFaults(plan, link.A).Concat(EndFaults(plan, link.B))),
        .. plan.Links.SelectMany(link => new[] { link.A, link.B })
            .GroupBy(end => (end.Node, end.Interface)).Where(same => same.Count() > 1)
            .Select(same => $"{same.Key.Node} {same.Key.Interface}: expected one wire, found {same.Count()}"),
    ];

    private static IEnumerable<string> NameFaults(string what, IEnumerable<string> names) =>
        names.Where(name => !Name().IsMatch(name))
            .Select(name => $"{what} {name}: expected 1 to 32 letters, digits and hyphens");

    private static IEnumerable<string> FileFaults(PlannedNode node) =>
        node.Files.Where(file => !_ownDirectories.Any(file.Path.StartsWith) || file.Path.Contains(".."))
            .Select(file => $"node {node.Name}: expected a file below /etc/frr, /run or /tmp, found {file.Path}");

    private static IEnumerable<string> EndFaults(LabPlan plan, LinkEnd end)
    {
        if (plan.Nodes.All(node => node.Name != end.Node))
            yield return $"{end.Node} {end.Interface}: expected the name of a node, found {end.Node}";
        if (!Interface().IsMatch(end.Interface))
            yield return $"{end.Node} {end.Interface}: expected an interface of 1 to 15 letters, digits, . and -";
        if (!Address().IsMatch(end.Address))
            yield return $"{end.Node} {end.Interface}: expected an Ethernet address, found {end.Address}";
    }

    [GeneratedRegex("^[A-Za-z0-9-]{1,32}$")]
    private static partial Regex Name();

    [GeneratedRegex("^[A-Za-z0-9.-]{1,15}$")]
    private static partial Regex Interface();

    [GeneratedRegex("^[0-9a-f]{2}(:[0-9a-f]{2}){5}$")]
    private static partial Regex Address();
}
