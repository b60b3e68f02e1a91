using System.Collections.Concurrent;

namespace Harness.Cli.Efficacy.Altering;

/// <summary>What a mutant keeps of the calls that it has seen, by a name. Belongs to one start.</summary>
internal sealed class Memory
{
    private readonly ConcurrentDictionary<string, string> kept = new(StringComparer.Ordinal);

    /// <summary>Keeps a text under a name.</summary>
    public void Keep(string name, string text = "") => kept[name] = text;

    /// <summary>Keeps a text under a name that has none yet, and answers what is kept.</summary>
    public string KeepFirst(string name, string text) => kept.GetOrAdd(name, text);

    public void Forget(string name) => kept.TryRemove(name, out _);

    public bool Knows(string name) => kept.ContainsKey(name);

    /// <summary>The text under a name; null for none.</summary>
    public string? Of(string name) => kept.GetValueOrDefault(name);

    /// <summary>Every name that begins so, in their order.</summary>
    public IReadOnlyList<string> NamesBelow(string beginning) =>
    [
        .. kept.Keys
            .Where(name => name.StartsWith(beginning, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Counts one more under a name, and answers how many by now.</summary>
    public int Count(string name) =>
        int.Parse(kept.AddOrUpdate(name, "1", (_, count) => $"{int.Parse(count) + 1}"));
}
