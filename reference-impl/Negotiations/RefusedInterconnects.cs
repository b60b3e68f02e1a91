using System.Collections.Immutable;

namespace Harness.Reference.Negotiations;

/// <summary>The interconnects that the peer has refused in a round, and with which status.</summary>
/// <param name="Statuses">HTTP status by interconnect id.</param>
public sealed record RefusedInterconnects(ImmutableSortedDictionary<string, int> Statuses)
{
    public static RefusedInterconnects None { get; } =
        new(ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal));

    /// <summary>Whether something else than lack of space was said of every one of them, and of one at least.</summary>
    public bool Hopeless => Statuses.Count > 0 && Statuses.Values.All(status => status != 409);

    /// <summary>Reads what <see cref="ToString"/> wrote; an id holds neither comma nor equals sign.</summary>
    public static RefusedInterconnects Parse(string text)
    {
        var statuses = None.Statuses.ToBuilder();
        foreach (var entry in text.Split(',', StringSplitOptions.RemoveEmptyEntries))
            if (entry.Split('=') is [var id, var status])
                statuses[id] = int.Parse(status);
        return new RefusedInterconnects(statuses.ToImmutable());
    }

    public RefusedInterconnects With(string interconnect, int status) => new(Statuses.SetItem(interconnect, status));

    public override string ToString() => string.Join(',', Statuses.Select(entry => $"{entry.Key}={entry.Value}"));
}
