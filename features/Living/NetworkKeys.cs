using Harness.Protocol.Names;

namespace Harness.Features.Living;

/// <summary>
/// Keeps the partner's network to the keys that the partner has: those that the target gives are taken into use, and
/// marked active once they are (MAC-13); those that are gone are taken away.
/// </summary>
/// <param name="ground">The partner.</param>
/// <param name="network">Its network.</param>
/// <param name="time">Real time.</param>
internal sealed class NetworkKeys(Ground ground, IPartnerNetwork network, TimeProvider time)
    : IUndertaking, IAsyncDisposable
{
    private readonly Dictionary<MacSecKeyName, Entry> entries = [];

    private enum Stage
    {
        StandingBy,
        Active,
        Gone,
    }

    /// <summary>Whether the own router knows a key that the target is to be given next (MAC-10); begins to tell it.
    /// </summary>
    public bool StandsBy(MacSecKeyName name)
    {
        var entry = EntryOf(name);
        entry.StoodBy = entry.StoodBy || entry.Course.Reach(Stage.StandingBy);
        return entry.StoodBy;
    }

    /// <summary>Whether the own router uses a key; the others of its channel are inactive from then on (MAC-06).
    /// </summary>
    public bool Uses(MacSecKeyName name)
    {
        var entry = EntryOf(name);
        if (entry.Used || !entry.Course.Reach(Stage.Active))
            return entry.Used;
        entry.Used = true;
        lock (ground.State.Guard)
        {
            foreach (var one in ground.State.MacSecKeys.Children(name.Channel))
                ground.State.MacSecKeys.Put(one with { Active = one.Name == $"{name}" });
        }

        return true;
    }

    public Task<bool> TurnAsync(CancellationToken cancellation)
    {
        foreach (var (name, entry) in entries.ToList())
            if (ground.State.MacSecKeys.Get(name) is null && entry.Course.Reach(Stage.Gone))
                entries.Remove(name);
        foreach (var channel in ground.Interconnects().SelectMany(ground.Channels).Where(it => !ground.Manages(it)))
            foreach (var given in ground.State.MacSecKeys.Children(channel).Where(key => key.Active != true))
                Uses(ResourceName.Parse<MacSecKeyName>(given.Name));
        return Task.FromResult(false);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var entry in entries.Values)
            await entry.Course.DisposeAsync();
    }

    private Entry EntryOf(MacSecKeyName name)
    {
        if (!entries.TryGetValue(name, out var entry))
            entries[name] = entry = new Entry(new Course<Stage>((stage, stop) => ChangeAsync(name, stage, stop), time));
        return entry;
    }

    private async Task ChangeAsync(MacSecKeyName name, Stage stage, CancellationToken cancellation)
    {
        if (stage == Stage.Gone)
            await network.RemoveKeyAsync(name, cancellation);
        else if (ground.State.MacSecKeys.Get(name) is { } key)
            await network.InstallKeyAsync(key, cancellation);
        if (stage == Stage.Active)
            await network.AwaitKeyActiveAsync(name, cancellation);
    }

    private sealed class Entry(Course<Stage> course)
    {
        public Course<Stage> Course => course;

        /// <summary>It has stood by on the own router.</summary>
        public bool StoodBy { get; set; }

        /// <summary>It has been in use.</summary>
        public bool Used { get; set; }
    }
}
