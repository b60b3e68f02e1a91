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

    /// <summary>Every gate that was ever mentioned, by name.</summary>
    public IReadOnlyList<Gate> All => [.. gates.Values.OrderBy(gate => gate.Name, StringComparer.Ordinal)];

    /// <summary>Releases every gate and forgets it: what comes to one of that name later is held again.</summary>
    public void Forget()
    {
        foreach (var name in gates.Keys)
            if (gates.TryRemove(name, out var gate))
                gate.Release();
    }
}
