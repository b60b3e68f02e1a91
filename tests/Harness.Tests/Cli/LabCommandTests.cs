using System.Xml.Linq;
using NUnit.Framework;

namespace Harness.Tests.Cli;

public sealed class LabCommandTests
{
    [Test]
    public async Task A_graph_goes_to_standard_output_as_SVG_and_nothing_else_does()
    {
        var result = await Invocation.RunAsync("lab", "graph");

        Assert.That((result.ExitCode, result.Error), Is.EqualTo((0, "")));
        Assert.That(XElement.Parse(result.Output).Name.LocalName, Is.EqualTo("svg"));
    }

    [Test]
    public async Task A_graph_of_a_file_goes_to_a_file_in_the_form_asked_for()
    {
        using var directory = new TemporaryDirectory();
        var topology = directory.Write("lab.yaml", Harness.Lab.Topology.BuiltInLabs.Text("ten"));
        var output = Path.Combine(directory.Path, "new", "lab.mmd");

        var result = await Invocation.RunAsync(
            "lab", "graph", "--topology", topology, "--format", "mermaid", "--output", output);

        Assert.That(result.ExitCode, Is.Zero);
        Assert.That(result.Output, Does.EndWith("lab.mmd" + Environment.NewLine));
        Assert.That(await File.ReadAllTextAsync(output), Does.StartWith("flowchart LR\n"));
    }

    [Test]
    public async Task An_export_is_its_main_file_beside_the_files_of_its_nodes()
    {
        using var directory = new TemporaryDirectory();

        var result = await Invocation.RunAsync(
            "lab", "export", "containerlab", "--topology", "ten", "--output", directory.Path);

        Assert.That(result.ExitCode, Is.Zero);
        Assert.That(Path.Combine(directory.Path, "ten.clab.yml"), Does.Exist);
        Assert.That(Path.Combine(directory.Path, "nodes", "aurora-a", "frr.conf"), Does.Exist);
    }

    [Test]
    public async Task An_export_without_a_directory_shows_its_main_file()
    {
        var result = await Invocation.RunAsync("lab", "export", "containernet", "--topology", "ten");

        Assert.That(result.ExitCode, Is.Zero);
        Assert.That(result.Output, Does.StartWith("#!/usr/bin/env python3\n").And.Contain("NAME = \"ten\"\n"));
    }

    [Test]
    public async Task Every_fault_of_a_topology_file_is_a_line()
    {
        using var directory = new TemporaryDirectory();
        var topology = directory.Write("lab.yaml", "name: x\nprovider: y\n");

        var result = await Invocation.RunAsync("lab", "graph", "--topology", topology);

        Assert.That(result.ExitCode, Is.EqualTo(2));
        Assert.That(result.ErrorLines, Has.Count.EqualTo(4));
        Assert.That(result.ErrorLines, Has.All.StartsWith($"{topology}:"));
        Assert.That(result.Error, Does.Contain($"{topology}:2: file: expected one of the keys name, providers, "));
    }

    [Test]
    public async Task A_place_that_cannot_be_written_is_told()
    {
        var result = await Invocation.RunAsync("lab", "graph", "--output", "/proc/none/lab.svg");

        Assert.That(result.ExitCode, Is.EqualTo(2));
        Assert.That(result.Error, Does.StartWith("/proc/none/lab.svg: expected a file that can be written, found: "));
    }
}
