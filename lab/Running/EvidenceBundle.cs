using Harness.Lab.Runtimes;

namespace Harness.Lab.Running;

/// <summary>What every node of a lab says of itself, for when something did not come about. It holds no secrets: no
/// command shows a configuration or a key (SEC-05).</summary>
/// <param name="Parts">What each command wrote, by node and command.</param>
public sealed record EvidenceBundle(IReadOnlyList<EvidencePart> Parts)
{
    private static readonly TimeSpan _deadline = TimeSpan.FromSeconds(20);

    private static readonly string[][] _everywhere =
    [
        ["ip", "-s", "link"], ["ip", "addr"], ["ip", "-4", "route", "show", "table", "all"],
        ["ip", "-6", "route", "show", "table", "all"], ["ip", "-s", "macsec", "show"],
    ];

    private static readonly string[][] _routing =
    [
        ["vtysh", "-c", "show bgp vrf all summary"], ["vtysh", "-c", "show bgp vrf all neighbors"],
        ["vtysh", "-c", "show bgp vrf all ipv4 unicast"], ["vtysh", "-c", "show bgp vrf all ipv6 unicast"],
        ["vtysh", "-c", "show ip route vrf all"], ["vtysh", "-c", "show bfd peers"],
    ];

    /// <summary>Asks every node, all at a time; what cannot be asked is told in its place.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="routers">Names of the nodes with daemons.</param>
    /// <param name="cancellation">Of the caller.</param>
    public static async Task<EvidenceBundle> CollectAsync(
        IRunningLab lab, IEnumerable<string> routers, CancellationToken cancellation)
    {
        var routing = routers.ToHashSet(StringComparer.Ordinal);
        var parts = await Task.WhenAll(lab.Nodes.Select(node => CollectAsync(
            node, routing.Contains(node.Name) ? [.. _everywhere, .. _routing] : _everywhere, cancellation)));
        return new EvidenceBundle([.. parts.SelectMany(part => part)]);
    }

    /// <summary>Writes one file for each node.</summary>
    /// <param name="directory">Is made where it is not there.</param>
    /// <param name="cancellation">Of the caller.</param>
    public async Task WriteAsync(string directory, CancellationToken cancellation)
    {
        Directory.CreateDirectory(directory);
        foreach (var ofNode in Parts.GroupBy(part => part.Node))
        {
            await File.WriteAllTextAsync(
                Path.Combine(directory, $"{ofNode.Key}.txt"),
                string.Concat(ofNode.Select(part => $"# {part.Command}\n{part.Text.TrimEnd()}\n\n")),
                cancellation);
        }
    }

    private static async Task<IReadOnlyList<EvidencePart>> CollectAsync(
        ILabNode node, string[][] commands, CancellationToken cancellation)
    {
        var parts = new List<EvidencePart>();
        foreach (var command in commands)
            parts.Add(new EvidencePart(
                node.Name, string.Join(' ', command), await AnswerAsync(node, command, cancellation)));
        return parts;
    }

    private static async Task<string> AnswerAsync(ILabNode node, string[] command, CancellationToken cancellation)
    {
        try
        {
            var result = await node.RunAsync(command, null, _deadline, cancellation);
            return result.TimedOut ? $"{result.Output}(no end within {_deadline.TotalSeconds} s)"
                : result.Output + result.Error;
        }
        catch (LabException fault)
        {
            return $"({fault.Message})";
        }
    }
}
