namespace Harness.Lab.Runtimes;

/// <summary>A lab that is up; disposing it leaves nothing behind.</summary>
public interface IRunningLab : IAsyncDisposable
{
    /// <summary>The plan's label.</summary>
    string Label { get; }

    /// <summary>What the nodes' kernel can do.</summary>
    Suitability Suitability { get; }

    /// <summary>The nodes, in the plan's order.</summary>
    IReadOnlyList<ILabNode> Nodes { get; }

    /// <summary>The node of that name.</summary>
    /// <exception cref="LabException">There is none.</exception>
    ILabNode Node(string name);
}
