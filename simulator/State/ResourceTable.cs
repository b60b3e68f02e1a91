using Harness.Protocol.Names;

namespace Harness.Simulator.State;

/// <summary>The partner's resources of one kind, by name. Safe for use from many threads.</summary>
/// <param name="guard">Shared by all tables of a partner, so that a check and a change can be one step.</param>
/// <param name="nameOf">The name that a record carries.</param>
public sealed class ResourceTable<TName, T>(Lock guard, Func<T, string?> nameOf)
    where TName : ResourceName
    where T : class
{
    private static readonly ProviderName Top = new("");

    private readonly Dictionary<ResourceName, SortedDictionary<string, T>> byParent = [];

    /// <summary>Adds or replaces a resource.</summary>
    /// <exception cref="FormatException">Its name is not one of this kind.</exception>
    public void Put(T record)
    {
        var name = ResourceName.Parse<TName>(nameOf(record));
        lock (guard)
        {
            var parent = name.Parent ?? Top;
            if (!byParent.TryGetValue(parent, out var children))
                byParent[parent] = children = new SortedDictionary<string, T>(StringComparer.Ordinal);
            children[name.Id] = record;
        }
    }

    /// <summary>The resource of that name; null where there is none.</summary>
    public T? Get(TName name)
    {
        lock (guard)
            return byParent.GetValueOrDefault(name.Parent ?? Top)?.GetValueOrDefault(name.Id);
    }

    /// <summary>The children of a resource, by id; null asks for the providers, which have no parent.</summary>
    public IReadOnlyList<T> Children(ResourceName? parent)
    {
        lock (guard)
            return byParent.TryGetValue(parent ?? Top, out var children) ? [.. children.Values] : [];
    }

    /// <summary>Removes a resource; false where there was none.</summary>
    public bool Remove(TName name)
    {
        lock (guard)
            return byParent.TryGetValue(name.Parent ?? Top, out var children) && children.Remove(name.Id);
    }

    /// <summary>Removes all children of a resource.</summary>
    public void RemoveChildren(ResourceName parent)
    {
        lock (guard)
            byParent.Remove(parent);
    }

    /// <summary>Removes all resources of the kind.</summary>
    public void Clear()
    {
        lock (guard)
            byParent.Clear();
    }
}
