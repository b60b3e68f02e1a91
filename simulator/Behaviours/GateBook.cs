using System.Collections.Concurrent;

namespace Harness.Simulator.Behaviours;

/// <summary>Gates by their names.</summary>
public sealed class GateBook(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Gate> gates = new(StringComparer.Ordinal);

    /// <summary>The gate of that name, made at the first mention, closed.</summary>
    public Gate this[string name] => gates.GetOrAdd(name, key => new Gate(key, clock));

    /// <summary>Releases every gate, so that nothing is held any more.</summary>
    public void ReleaseAll()
    {
        foreach (var gate in gates.Values)
            gate.Release();
    }
}
