using Harness.Lab.Planning;

namespace Harness.Lab.Runtimes.Agents;

/// <summary>A lab's plan as the agent reads it.</summary>
internal sealed record BuildPlan(IReadOnlyList<BuildNode> Nodes, IReadOnlyList<IReadOnlyList<LinkEnd>> Links)
{
    public static BuildPlan Of(LabPlan plan) => new(
        [.. plan.Nodes.Select(BuildNode.Of)],
        [.. plan.Links.Select(link => new[] { link.A, link.B })]);
}
