using Harness.Lab.Exports;
using Harness.Lab.Routers;
using Harness.Lab.Topology;
using Harness.Lab.Wiring;
using Harness.Tests.Tidy;
using NUnit.Framework;
using YamlDotNet.RepresentationModel;

namespace Harness.Tests.Lab.Exports;

public sealed class LabExportTests
{
    private static readonly LabWiring Wiring = LabWiring.Of(BuiltInLabs.Load(BuiltInLabs.Default));
    private static readonly string[] Nodes = [.. Wiring.Routers, .. Wiring.Hosts];

    [Test]
    public void Containerlab_gets_name_kinds_nodes_and_links()
    {
        var root = Yaml(ContainerlabExport.Of(Wiring).Text);
        var topology = Mapping(root, "topology");
        var links = (YamlSequenceNode)topology["links"];

        Assert.That($"{root["name"]}", Is.EqualTo("default"));
        Assert.That($"{Mapping(topology, "kinds")["linux"]["image"]}", Is.EqualTo("harness-lab-router"));
        Assert.That(Keys(Mapping(topology, "nodes")), Is.EqualTo(Nodes));
        Assert.That(
            Mapping(topology, "nodes").Children.Values.Select(node => $"{node["kind"]}"), Is.All.EqualTo("linux"));
        Assert.That($"{Mapping(topology, "nodes")["aurora-a"]["binds"][0]}",
            Is.EqualTo("nodes/aurora-a:/lab/nodes/aurora-a:ro"));
        Assert.That(
            links.Select(link => string.Join(' ', ((YamlSequenceNode)link["endpoints"]).Select(end => $"{end}"))),
            Is.EqualTo(Wiring.Links.Select(it => $"{it.A.Node}:{it.A.Interface} {it.B.Node}:{it.B.Interface}")));
    }

    [Test]
    public void Kernel_settings_are_texts_as_the_tools_want_them()
    {
        var text = ContainerlabExport.Of(Wiring).Text;

        Assert.That(text, Does.Contain("        net.ipv4.ip_forward: \"1\"\n"));
    }

    [Test]
    public void Containers_are_left_IPv6_which_engines_take_from_those_without_a_network() => Assert.That(
        LabExport.All.SelectMany(export => export.Files(Wiring))
            .Where(file => file.Text.Contains("net.ipv6.conf.all.forwarding", StringComparison.Ordinal))
            .Select(file => file.Text)
            .ToArray(),
        Has.Length.EqualTo(3).And.All.Match("net\\.ipv6\\.conf\\.all\\.disable_ipv6\"?: \"0\""));

    [Test]
    public void Containernet_gets_a_script_with_every_node_and_wire()
    {
        var script = ContainernetExport.Of(Wiring);

        Assert.That(script.Path, Is.EqualTo("default.py"));
        foreach (var node in Nodes)
            Assert.That(script.Text, Does.Contain($"\n  \"{node}\": {{"));
        Assert.That(script.Text.Split("\"c4m2\"").Length, Is.EqualTo(3));
        Assert.That(script.Text, Does.Not.Match("\"\\{[a-z]+\\}\"").And.Contain("IMAGE = \"harness-lab-router\"\n"));
    }

    [Test]
    public void The_compose_file_in_the_root_is_the_one_of_the_default_lab()
    {
        var export = ComposeExport.Of(Wiring);

        Assert.That(
            File.ReadAllText(Path.Combine(Repository.Root, export.Path)),
            Is.EqualTo(export.Text),
            "write it anew: dotnet run --project cli -c Release -- lab export compose --output .");
    }

    [Test]
    public void Compose_gets_every_node_what_wires_them_both_coordinators_and_the_harness()
    {
        var services = Mapping(Yaml(ComposeExport.Of(Wiring).Text), "services");

        Assert.That(Keys(services), Is.EqualTo((string[])
            ["plan", "wires", .. Nodes, "aurora-coordinator", "borealis-coordinator", "harness"]));
        Assert.That(Nodes.Select(node => $"{services[node]["environment"]["LAB_NODE"]}"), Is.EqualTo(Nodes));
        Assert.That(Nodes.Select(node => $"{services[node]["network_mode"]}"), Is.All.EqualTo("none"));
        Assert.That($"{services["wires"]["pid"]}", Is.EqualTo("host"));
        Assert.That($"{services["borealis-coordinator"]["network_mode"]}", Is.EqualTo("service:aurora-coordinator"));
        // The harness plays borealis itself, and a verdict is not a reason to begin anew.
        Assert.That($"{services["harness"]["profiles"][0]}", Is.EqualTo("certify"));
        Assert.That(Keys(Mapping(services, "harness")), Has.No.Member("restart"));
    }

    [Test]
    public void No_export_asks_for_all_privileges() => Assert.That(
        LabExport.All.SelectMany(export => export.Files(Wiring)).Select(file => file.Text),
        Has.None.Contains("privileged"));

    [Test]
    public void The_build_files_that_compose_names_are_there()
    {
        var services = Mapping(Yaml(ComposeExport.Of(Wiring).Text), "services");
        var files = new[] { "plan", "wires" }.Select(name => $"{services[name]["build"]["dockerfile"]}").ToArray();

        Assert.That(files.Select(file => Path.Combine(Repository.Root, file)), Is.All.Exist);
    }

    [Test]
    public void Nodes_get_their_wiring_with_Ethernet_addresses_and_routers_their_configuration()
    {
        var files = NodeFiles.Of(Wiring).ToDictionary(file => file.Path, file => file.Text);

        Assert.That(files["wires"], Does.StartWith(
            "aurora-a c1m1 02:01:00:01:01:00 borealis-p c1m1 02:01:00:01:01:01\n"));
        Assert.That(files["nodes/aurora-a/wiring"], Does.StartWith("link set c1m1 address 02:01:00:01:01:00\n")
            .And.Contain("type macsec"));
        Assert.That(files["nodes/red-aurora/interfaces"], Is.EqualTo("up1\nup2\nup3\nup4\nup5\nlan\n"));
        Assert.That(files["nodes/aurora-a/frr.conf"], Is.EqualTo(string.Concat(
            new RouterConfiguration(Wiring, RouterAbilities.All).FrrOf(Wiring.Devices.First())
                .Select(line => line.Text + "\n"))));
        Assert.That(files.Keys, Has.No.Member("nodes/red-aurora-host/frr.conf"));
    }

    private static YamlMappingNode Yaml(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return (YamlMappingNode)stream.Documents.Single().RootNode;
    }

    private static YamlMappingNode Mapping(YamlMappingNode node, string key) => (YamlMappingNode)node[key];

    private static IEnumerable<string> Keys(YamlMappingNode node) => node.Children.Keys.Select(key => $"{key}");
}
