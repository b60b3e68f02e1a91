using Harness.Protocol.Names;
using Harness.Protocol.Resources;
using Harness.Simulator.State;

namespace Harness.Features.Living;

/// <summary>
/// Keeps the partner's network to the features that the partner has: those that it is asked about are brought up, those
/// that are about to go or on a channel under maintenance are drained, those that are gone are taken away.
/// </summary>
/// <param name="state">What the partner has.</param>
/// <param name="network">Its network.</param>
/// <param name="time">Real time.</param>
internal sealed class NetworkFeatures(PartnerState state, IPartnerNetwork network, TimeProvider time)
    : IUndertaking, IAsyncDisposable
{
    private readonly Dictionary<FeatureName, Entry> entries = [];
    private readonly HashSet<FeatureName> leaving = [];
    private HashSet<string> maintained = [];

    private enum Stage
    {
        Carrying,
        Drained,
        Gone,
    }

    /// <summary>Whether a feature has come to be in the network (PRO-01); begins to bring it there.</summary>
    /// <param name="feature">As the partner has it.</param>
    /// <param name="account">The customer's account at the partner.</param>
    public bool Has(Feature feature, string account)
    {
        var name = ResourceName.Parse<FeatureName>(feature.Name);
        if (!entries.TryGetValue(name, out var entry))
            entries[name] = entry = new Entry(feature, Course(name, feature, account));
        // Another one of the same name is still to be taken away.
        if (!entry.IsOf(feature))
            return false;
        entry.Came = entry.Came || entry.Course.Reach(Stage.Carrying);
        return entry.Came;
    }

    /// <summary>
    /// Whether no customer traffic takes a feature any more that is about to go away (DFE-02, MIG-07); begins to drain
    /// it. What never came to be in the network carries none.
    /// </summary>
    public bool HasDrained(FeatureName name)
    {
        if (state.Features.Get(name) is null || !entries.TryGetValue(name, out var entry) || !entry.Came)
            return true;
        leaving.Add(name);
        return entry.Course.Reach(Stage.Drained);
    }

    /// <summary>Says on which channels features are drained from now on, whatever else is done (MNT-08).</summary>
    public void Maintain(IEnumerable<ChannelName> channels) => maintained = [.. channels.Select(it => $"{it}")];

    public Task<bool> TurnAsync(CancellationToken cancellation)
    {
        foreach (var (name, entry) in entries.ToList())
            Settle(name, entry);
        return Task.FromResult(false);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var entry in entries.Values)
            await entry.Course.DisposeAsync();
    }

    private void Settle(FeatureName name, Entry entry)
    {
        if (state.Features.Get(name) is not { } found || !entry.IsOf(found))
        {
            if (!entry.Course.Reach(Stage.Gone))
                return;
            entries.Remove(name);
            leaving.Remove(name);
        }
        else if (entry.Came)
        {
            var drained = leaving.Contains(name) || maintained.Contains($"{found.Channel}");
            entry.Course.Reach(drained ? Stage.Drained : Stage.Carrying);
        }
    }

    private Course<Stage> Course(FeatureName name, Feature feature, string account) => new(
        (stage, cancellation) => stage switch
        {
            Stage.Carrying => network.ActivateFeatureAsync(feature, account, cancellation),
            Stage.Drained => network.DrainFeatureAsync(name, cancellation),
            _ => network.DeactivateFeatureAsync(name, cancellation),
        },
        time);

    private sealed class Entry(Feature feature, Course<Stage> course)
    {
        public Course<Stage> Course => course;

        /// <summary>It has been in the network.</summary>
        public bool Came { get; set; }

        /// <summary>Whether it is this very feature, rather than a later one of the same name.</summary>
        public bool IsOf(Feature other) => ReferenceEquals(feature.FeatureConfig, other.FeatureConfig);
    }
}
