namespace Harness.Lab.Topology;

/// <summary>A topology that no lab can be built from.</summary>
/// <param name="faults">All that is wrong with it, by line.</param>
public sealed class TopologyException(IReadOnlyList<TopologyFault> faults) : Exception(string.Join('\n', faults))
{
    /// <summary>All that is wrong with it, by line.</summary>
    public IReadOnlyList<TopologyFault> Faults { get; } = faults;
}
