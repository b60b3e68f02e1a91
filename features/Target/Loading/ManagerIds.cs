using YamlDotNet.RepresentationModel;

namespace Harness.Features.Target.Loading;

/// <summary>
/// The providers that channels name as the managers of their keys. Each has to be the target or the partner; where
/// the channels agree on an id that neither has, it is the provider's id that is wrong, and one message says so.
/// </summary>
/// <param name="providers">Ids of the target and of the partner, in this order.</param>
internal sealed class ManagerIds(IReadOnlyList<string> providers)
{
    private readonly List<(YamlNode Node, string Path, string Id)> named = [];

    /// <summary>Reads a channel's manager; what is wrong with it is said by <see cref="Judge"/>.</summary>
    public string Read(YamlMap map, string key)
    {
        var expected = $"one of {string.Join(", ", providers)}";
        if (map.Needed(key, expected) is not { } node || map.Faults.Text(node, map.PathOf(key), expected) is not { } id)
            return providers[0];
        named.Add((node, map.PathOf(key), id));
        return id;
    }

    /// <summary>Says what is wrong, once every channel was read.</summary>
    public void Judge(YamlFaults faults)
    {
        var unnamed = providers.Where(id => named.TrueForAll(name => name.Id != id)).ToList();
        foreach (var strangers in named.Where(name => !providers.Contains(name.Id)).GroupBy(name => name.Id))
        {
            if (unnamed is [var only] && strangers.Skip(1).Any())
                faults.AddAt(
                    only == providers[0] ? "providers.target" : "providers.partner",
                    $"the id that channels name as their manager, {strangers.Key}",
                    $"'{only}', which no channel names",
                    $"mend it, or the macsecManager of {strangers.Count()} channels");
            else
                foreach (var (node, path, _) in strangers)
                    faults.Word(node, path, providers);
        }
    }
}
