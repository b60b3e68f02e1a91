using System.Runtime.InteropServices;

namespace Harness.Certification.Linearizability;

/// <summary>
/// Where a search has been: Lowe's cache of what has been placed and the state it led to. Operations without an answer
/// are kept apart: whoever got to the same point having used more of them can do nothing that the other could not.
/// </summary>
internal sealed class Visited<TState>
    where TState : IEquatable<TState>
{
    private readonly Dictionary<(Placed Known, TState State), List<Placed>> _used = [];

    /// <summary>Remembers a point; false where nothing new can come of it.</summary>
    /// <param name="known">What has been placed of those with an answer.</param>
    /// <param name="state">The state that it led to.</param>
    /// <param name="used">What has been placed of those without one.</param>
    public bool Add(Placed known, TState state, Placed used)
    {
        ref var before = ref CollectionsMarshal.GetValueRefOrAddDefault(_used, (known, state), out var exists);
        if (exists && before!.Exists(less => less.IsWithin(used)))
            return false;
        before ??= new List<Placed>(1);
        before.RemoveAll(more => used.IsWithin(more));
        before.Add(used);
        return true;
    }
}
