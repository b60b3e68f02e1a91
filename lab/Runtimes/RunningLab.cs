namespace Harness.Lab.Runtimes;

/// <summary>A lab that is up, on any runtime.</summary>
/// <param name="label">The plan's label.</param>
/// <param name="suitability">What the nodes' kernel can do.</param>
/// <param name="nodes">The nodes, in the plan's order.</param>
/// <param name="end">Removes all that was made.</param>
internal sealed class RunningLab(
    string label, Suitability suitability, IReadOnlyList<ILabNode> nodes, IAsyncDisposable end) : IRunningLab
{
    public string Label => label;

    public Suitability Suitability => suitability;

    public IReadOnlyList<ILabNode> Nodes => nodes;

    public ILabNode Node(string name) => nodes.FirstOrDefault(node => node.Name == name)
        ?? throw new LabException($"{label}: there is no node {name}");

    public ValueTask DisposeAsync() => end.DisposeAsync();
}
