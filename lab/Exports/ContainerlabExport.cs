using Harness.Lab.Planning;
using Harness.Lab.Wiring;

namespace Harness.Lab.Exports;

/// <summary>Writes a lab as a topology file of containerlab.</summary>
public static class ContainerlabExport
{
    private const string Comment = """
        A lab for containerlab. Beside it are the files of its nodes, which it binds.
        Build the image from lab/images/router; then: containerlab deploy
        """;

    /// <summary>The topology file.</summary>
    public static ExportedFile Of(LabWiring wiring)
    {
        var plan = NodeFiles.Plan(wiring);
        return new ExportedFile($"{plan.Label}.clab.yml", YamlText.Of(Comment, new Dictionary<string, object>
        {
            ["name"] = plan.Label,
            ["topology"] = new Dictionary<string, object>
            {
                ["kinds"] = new Dictionary<string, object>
                {
                    ["linux"] = new Dictionary<string, object> { ["image"] = Images.Router },
                },
                ["nodes"] = plan.Nodes.ToDictionary(node => node.Name, Node),
                ["links"] = plan.Links.Select(Link).ToArray(),
            },
        }));
    }

    private static object Node(PlannedNode node) => new Dictionary<string, object>
    {
        ["kind"] = "linux",
        ["network-mode"] = "none",
        ["env"] = new Dictionary<string, object> { ["LAB_NODE"] = node.Name },
        ["binds"] = new[] { $"{NodeFiles.Directory(node.Name)}:/lab/{NodeFiles.Directory(node.Name)}:ro" },
        ["sysctls"] = node.ContainerSysctls,
    };

    private static object Link(PlannedLink link) => new Dictionary<string, object>
    {
        ["endpoints"] = new[] { $"{link.A.Node}:{link.A.Interface}", $"{link.B.Node}:{link.B.Interface}" },
    };
}
