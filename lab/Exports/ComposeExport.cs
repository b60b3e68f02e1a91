using Harness.Lab.Planning;
using Harness.Lab.Wiring;

namespace Harness.Lab.Exports;

/// <summary>Writes a lab as a compose file: the nodes, what wires them, both coordinators and the harness.</summary>
public static class ComposeExport
{
    private const string Lab = "lab:/lab";
    private const string Coordinators = "coordinators:/data";

    /// <summary>The compose file.</summary>
    public static ExportedFile Of(LabWiring wiring)
    {
        var plan = NodeFiles.Plan(wiring);
        var services = new Dictionary<string, object>
        {
            ["plan"] = Plan(plan.Label),
            ["wires"] = Wires(plan.Label),
        };
        foreach (var node in plan.Nodes)
            services.Add(node.Name, Node(node, plan.Label));
        var providers = wiring.Topology.Providers;
        services.Add($"{providers[0].Id}-coordinator", Coordinator(["serve", "--directory", "/data/reference"]));
        var simulate = Coordinator(["simulate", "--target", "/data/reference/target.yaml"]);
        Join(simulate, providers[0].Id);
        simulate["restart"] = "on-failure";
        services.Add($"{providers[1].Id}-coordinator", simulate);
        // Not begun with the others: it plays the second provider itself, and whoever runs it wants its exit code.
        var certify = Coordinator(["certify", "--target", "/data/reference/target.yaml", "--output", "/data/report"]);
        Join(certify, providers[0].Id);
        certify["profiles"] = new[] { "certify" };
        services.Add("harness", certify);
        var comment = Comment(providers[1].Id);
        return new ExportedFile("docker-compose.lab.yml", YamlText.Of(comment, new Dictionary<string, object>
        {
            ["services"] = services,
            ["volumes"] = new Dictionary<string, object>
            {
                ["lab"] = new Dictionary<string, object>(),
                ["coordinators"] = new Dictionary<string, object>(),
            },
        }));
    }

    private static string Comment(string second) => $"""
        The router lab with both coordinators and the harness. Generated from its topology; a test holds it to that:
          harness lab export compose --output .
        Compose knows no wires: the service "wires" lays them between the nodes.
        The harness plays the second provider itself. To certify the first one, once all is up:
          docker compose -f docker-compose.lab.yml stop {second}-coordinator
          docker compose -f docker-compose.lab.yml run --rm harness
        """;

    private static Dictionary<string, object> Plan(string topology) => new()
    {
        ["image"] = Images.Harness,
        ["build"] = Build("lab/images/harness/Dockerfile"),
        ["command"] = new[] { "lab", "export", "files", "--topology", topology, "--output", "/lab" },
        ["network_mode"] = "none",
        ["volumes"] = new[] { Lab },
    };

    // Sees every process, for it finds the nodes by what they were started with, and asks no engine.
    private static Dictionary<string, object> Wires(string topology) => new()
    {
        ["image"] = Images.Router,
        ["build"] = Build("lab/images/router/Dockerfile"),
        ["command"] = new[] { "lab-wires" },
        ["environment"] = new Dictionary<string, object> { ["LAB_NAME"] = topology },
        ["pid"] = "host",
        ["network_mode"] = "host",
        ["cap_add"] = new[] { "NET_ADMIN", "SYS_ADMIN", "SYS_PTRACE" },
        ["volumes"] = new[] { $"{Lab}:ro" },
        ["depends_on"] = AfterPlan(),
    };

    private static Dictionary<string, object> Node(PlannedNode node, string topology) => new()
    {
        ["image"] = Images.Router,
        ["hostname"] = node.Name,
        ["environment"] = new Dictionary<string, object> { ["LAB_NAME"] = topology, ["LAB_NODE"] = node.Name },
        ["network_mode"] = "none",
        ["cap_add"] = Images.Capabilities,
        ["sysctls"] = node.ContainerSysctls,
        ["volumes"] = new[] { $"{Lab}:ro" },
        ["depends_on"] = AfterPlan(),
    };

    private static Dictionary<string, object> Coordinator(string[] command) => new()
    {
        ["image"] = Images.Harness,
        ["command"] = command,
        ["volumes"] = new[] { Coordinators },
    };

    // Coordinators listen on loopback addresses, so they share one network; the first one writes the target file.
    private static void Join(Dictionary<string, object> service, string provider)
    {
        service["network_mode"] = $"service:{provider}-coordinator";
        service["depends_on"] = new[] { $"{provider}-coordinator" };
    }

    private static Dictionary<string, object> AfterPlan() => new()
    {
        ["plan"] = new Dictionary<string, object> { ["condition"] = "service_completed_successfully" },
    };

    private static Dictionary<string, object> Build(string dockerfile) => new()
    {
        ["context"] = ".",
        ["dockerfile"] = dockerfile,
    };
}
