using Harness.Lab.Planning;

namespace Harness.Lab.Runtimes.Agents;

/// <summary>A node of a plan as the agent reads it.</summary>
internal sealed record BuildNode(
    string Name,
    IReadOnlyList<string> Daemons,
    IReadOnlyDictionary<string, string> Files,
    IReadOnlyDictionary<string, string> Sysctls,
    IReadOnlyList<string> Wiring)
{
    public static BuildNode Of(PlannedNode node) => new(
        node.Name,
        [.. node.Daemons.Select(daemon => daemon.Program())],
        node.Files.ToDictionary(file => file.Path, file => file.Text),
        node.Sysctls,
        node.Wiring);
}
