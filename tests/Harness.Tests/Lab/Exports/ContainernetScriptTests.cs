using System.Diagnostics;
using Harness.Lab.Exports;
using Harness.Lab.Topology;
using Harness.Lab.Wiring;
using Harness.Tests.Cli;
using NUnit.Framework;

namespace Harness.Tests.Lab.Exports;

/// <summary>The exported script, run by Python with a stand-in for Containernet that says what it is asked to do.
/// </summary>
public sealed class ContainernetScriptTests
{
    private const string Net =
        """
        class Node:
            def __init__(self, name):
                self.name = name
            def cmd(self, line):
                print(self.name, line)
        class Containernet:
            def __init__(self, controller):
                pass
            def addDocker(self, name, **options):
                print("node", name, options["dimage"])
                return Node(name)
            def addLink(self, one, other, cls, intfName1, intfName2, addr1, addr2):
                # As it makes both ends in one network and moves them then.
                assert intfName1 != intfName2, intfName1
                print("wire", one.name, intfName1, addr1)
                print("wire", other.name, intfName2, addr2)
            def start(self):
                print("started")
            def stop(self):
                print("stopped")
        """;

    private static readonly LabWiring Wiring = LabWiring.Of(BuiltInLabs.Load(BuiltInLabs.Default));

    [Test]
    public async Task Every_node_is_started_with_its_wires_under_their_own_names()
    {
        using var directory = new TemporaryDirectory();
        Directory.CreateDirectory(directory["mininet"]);
        directory.Write("mininet/net.py", Net);
        // It cannot be imported before mininet.net, since they import one another.
        directory.Write("mininet/link.py", "import sys\nassert 'mininet.net' in sys.modules\nTCLink = None");
        directory.Write("mininet/cli.py", "CLI = lambda net: None");
        directory.Write("mininet/log.py", "setLogLevel = lambda level: None");
        var script = directory.Write("lab.py", ContainernetExport.Of(Wiring).Text);

        var lines = await RunAsync(script);

        var ends = Wiring.Links.SelectMany(link => new[] { link.A, link.B }).ToArray();
        var started = Array.IndexOf(lines, "started");
        var names = lines.Skip(started).Where(line => line.Contains(" name ", StringComparison.Ordinal)).ToArray();
        Assert.That(
            names.Select(line => $"{line.Split(' ')[0]} {line.Split(' ')[^1]}"),
            Is.EqualTo(ends.Select(end => $"{end.Node} {end.Interface}")));
        // Each is renamed on the node on which it was made.
        var made = lines.Where(line => line.StartsWith("wire ", StringComparison.Ordinal))
            .Select(line => line.Split(' '));
        Assert.That(
            made.Select(it => (Node: it[1], Name: it[2], Address: it[3])),
            Is.EqualTo(names.Zip(ends, (line, end) => (line.Split(' ')[0], line.Split(' ')[^3], end.Address))));
        var nodes = lines.Skip(started).Where(line => line.Contains("lab-node", StringComparison.Ordinal)).ToArray();
        Assert.That(
            nodes.Select(line => line.Split(' ')[0]), Is.EqualTo(Wiring.Routers.Concat(Wiring.Hosts)));
        // Who waits for its wires is started once they have their names.
        Assert.That(Array.IndexOf(lines, nodes[0]), Is.GreaterThan(Array.IndexOf(lines, names[^1])));
        Assert.That(lines[^1], Is.EqualTo("stopped"));
    }

    private static async Task<string[]> RunAsync(string script)
    {
        using var python = Process.Start(new ProcessStartInfo("python3", ["-B", script])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var error = python.StandardError.ReadToEndAsync();
        var output = await python.StandardOutput.ReadToEndAsync();
        Assert.That(await error, Is.Empty);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
