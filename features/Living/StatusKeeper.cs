using Harness.Protocol.Client;
using Harness.Protocol.Names;
using Harness.Protocol.Resources;

namespace Harness.Features.Living;

/// <summary>
/// Provisions what was agreed, tells the target of it, and keeps the partner's connections VERIFIED where all three
/// hold: they are available here, the target has acknowledged that, and what it has told was read back (PRO-03).
/// </summary>
/// <param name="ground">The partner.</param>
/// <param name="network">Has what is provisioned.</param>
internal sealed class StatusKeeper(Ground ground, NetworkFeatures network) : IUndertaking
{
    private readonly Dictionary<ConnectionName, Standing> standings = [];

    /// <summary>The target has notified: its side is read back at the next turn (PRO-04).</summary>
    public void Notified(ConnectionName connection) => Of(connection).Unread = true;

    /// <summary>Something was agreed on that the target is to be told of when it is complete (UPD-08).</summary>
    public void Changed(ConnectionName connection) => Of(connection).Version++;

    /// <summary>The channels on which a connection had a feature and has none any more.</summary>
    public IEnumerable<ChannelName> Lost(ConnectionName connection) =>
        standings.TryGetValue(connection, out var standing) && standing.Acknowledged > 0
            ? standing.Had.Except(ChannelsOf(connection))
            : [];

    public async Task<bool> TurnAsync(CancellationToken cancellation)
    {
        var connections = ground.Connections();
        foreach (var gone in standings.Keys.Except(connections).ToList())
            standings.Remove(gone);
        foreach (var connection in connections)
            await KeepAsync(connection, Of(connection), cancellation);
        return false;
    }

    private async Task KeepAsync(ConnectionName connection, Standing standing, CancellationToken cancellation)
    {
        var available = Provision(connection, standing);
        if (available && standing.Acknowledged < standing.Version)
        {
            var version = standing.Version;
            var told = await ground.Target.NotifyConnectionStatusAsync(ground.There(connection), cancellation);
            if (told is ApiResult<Empty>.Success)
                standing.Acknowledged = version;
        }

        if (standing.Unread && await IsReadyThereAsync(connection, cancellation) is { } ready)
            (standing.Unread, standing.Read) = (false, ready);
        var verified = available && standing.Acknowledged == standing.Version && standing.Read;
        Put(connection, verified ? VerificationState.Verified : VerificationState.Unverified);
    }

    // A feature is FINAL once the network has it (PRO-01), which is asked for it when enough is agreed (FEA-14). All
    // that is agreed is available then (PRO-02).
    private bool Provision(ConnectionName connection, Standing standing)
    {
        var features = ground.State.Features.Children(connection);
        if (features.Count < ground.Needed(connection.Interconnect))
            return false;
        standing.Had.UnionWith(ChannelsOf(connection));
        var account = ground.Accounts.GetValueOrDefault(connection.Id, "");
        var pending = features.Where(it => it.ProvisioningState != ProvisioningState.Final).ToList();
        var come = pending.Where(it => network.Has(it, account)).ToList();
        foreach (var feature in come.Where(Finish))
            standing.Version++;
        return pending.Count == come.Count;
    }

    // False where the target has deleted it meanwhile.
    private bool Finish(Feature feature)
    {
        lock (ground.State.Guard)
        {
            var found = ground.State.Features.Get(ResourceName.Parse<FeatureName>(feature.Name));
            if (found != feature)
                return false;
            ground.State.Features.Put(feature with { ProvisioningState = ProvisioningState.Final });
            return true;
        }
    }

    // Null where it could not be read: it is read again.
    private async Task<bool?> IsReadyThereAsync(ConnectionName connection, CancellationToken cancellation)
    {
        var there = ground.There(connection);
        if (await ground.Target.GetConnectionAsync(there, cancellation) is not ApiResult<Connection>.Success)
            return null;
        var listed = await ground.Target.ListFeaturesAsync(there, null, null, cancellation);
        return listed.ValueOrDefault?.Features is { } features
            ? features.Count >= ground.Needed(connection.Interconnect)
                && features.All(it => it.ProvisioningState != ProvisioningState.Pending)
            : null;
    }

    private void Put(ConnectionName connection, VerificationState state)
    {
        lock (ground.State.Guard)
        {
            if (ground.State.Connections.Get(connection) is { } found && found.VerificationState != state)
                ground.State.Connections.Put(found with { VerificationState = state });
        }
    }

    private IEnumerable<ChannelName> ChannelsOf(ConnectionName connection) =>
        ground.State.Features.Children(connection).Select(it => ResourceName.Parse<ChannelName>(it.Channel));

    private Standing Of(ConnectionName connection)
    {
        if (!standings.TryGetValue(connection, out var standing))
            standings[connection] = standing = new Standing();
        return standing;
    }

    private sealed class Standing
    {
        /// <summary>How often there was something to tell.</summary>
        public int Version { get; set; }

        /// <summary>The last of those that the target has acknowledged.</summary>
        public int Acknowledged { get; set; }

        /// <summary>The target has notified of what was not read back yet.</summary>
        public bool Unread { get; set; }

        /// <summary>What was read back last was available in full.</summary>
        public bool Read { get; set; }

        /// <summary>The channels that ever had a feature.</summary>
        public HashSet<ChannelName> Had { get; } = [];
    }
}
