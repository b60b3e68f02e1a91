using Harness.Certification.Checks;
using Harness.Certification.Waiting;
using Harness.Protocol.Names;
using Harness.Protocol.Operations;
using Harness.Protocol.Resources;
using Harness.Simulator;
using Harness.Simulator.Behaviours;
using Harness.Simulator.Journaling;

namespace Harness.Features.World;

/// <summary>
/// The partner's own server in the scenario's environment: what it has, how it answers, and what the target
/// has called there. The partner names its resources below the target's prefix.
/// </summary>
public sealed class PartnerSide(Partner partner, PartnerScope scope, Patience settling,
    Func<CancellationToken> cancellation, Action<string> note)
{
    /// <summary>The partner's name of a resource of the scenario's interconnects.</summary>
    public ConnectionName Own(ConnectionName connection) =>
        scope.Environment.Interconnect(connection.Interconnect.Id).Connection(connection.Id);

    /// <summary>The partner's name of a channel.</summary>
    public ChannelName Own(ChannelName channel) =>
        scope.Environment.Interconnect(channel.Interconnect.Id).Channel(channel.Id);

    /// <summary>The partner has the connection, with nothing provisioned.</summary>
    public void HasLocally(ConnectionName connection, int bandwidthMbps) =>
        partner.State.PutConnection(Local(connection, bandwidthMbps));

    /// <summary>The partner does not have the connection any more.</summary>
    public void Forgets(ConnectionName connection) => partner.State.RemoveConnection(Own(connection));

    /// <summary>Whether the partner has a connection.</summary>
    /// <param name="own">The partner's name of it.</param>
    public bool Has(ConnectionName own) => partner.State.Connections.Get(own) is not null;

    /// <summary>The partner has the connection with these features, all of them FINAL.</summary>
    public void IsReady(ConnectionName connection, IReadOnlyList<ProposedFeature> features)
    {
        var own = Own(connection);
        var bandwidth = partner.State.Connections.Get(own)?.BandwidthMbps ?? 0;
        partner.State.PutConnection(
            Local(connection, bandwidth),
            [.. features.Select(feature => Ready(own, feature))]);
    }

    /// <summary>The partner has these maintenance events of a channel.</summary>
    public void HasMaintenance(ChannelName channel, params IReadOnlyList<MaintenanceEvent> events) =>
        partner.State.SetMaintenance(Own(channel), events);

    /// <summary>The partner has these MACsec keys of a channel, by its own names, and no others.</summary>
    public void HasKeys(ChannelName channel, IReadOnlyList<MacSecKey> keys)
    {
        lock (partner.State.Guard)
        {
            partner.State.MacSecKeys.RemoveChildren(Own(channel));
            foreach (var key in keys)
                partner.State.MacSecKeys.Put(key);
        }
    }

    /// <summary>The names of the MACsec keys that the partner has of a channel.</summary>
    public IReadOnlyList<string> KeysOf(ChannelName channel) =>
        [.. partner.State.MacSecKeys.Children(Own(channel)).Select(key => key.Name ?? "")];

    /// <summary>What the target has called about a connection, in words.</summary>
    public IReadOnlyList<string> CallsAbout(string uuid) =>
        [.. scope.Journal.FromTarget.Connection(uuid).All().Select(entry => entry.ToString())];

    /// <summary>The target's calls of one operation about a connection.</summary>
    public IReadOnlyList<JournalEntry> Calls(string operation, string uuid) => Query(operation, uuid).All();

    /// <summary>Waits until the target has called an operation about a connection.</summary>
    /// <param name="operation">Id of the operation.</param>
    /// <param name="uuid">Id of the connection.</param>
    /// <param name="count">How many calls.</param>
    public async Task<IReadOnlyList<JournalEntry>> WaitFor(string operation, string uuid, int count = 1) =>
        Demand(operation, count, await Query(operation, uuid).WaitForAsync(
            count,
            settling.Deadline,
            settling.Time,
            cancellation()));

    /// <summary>Waits until the target has called an operation below a resource after a place of the journal.</summary>
    /// <param name="operation">Id of the operation.</param>
    /// <param name="below">The partner's name of the resource.</param>
    /// <param name="position">From <see cref="Position"/>.</param>
    /// <param name="count">How many calls.</param>
    public async Task<IReadOnlyList<JournalEntry>> WaitAfter(
        string operation, ResourceName below, long position, int count = 1) =>
        Demand(operation, count, await After(operation, below, position)
            .WaitForAsync(count, settling.Deadline, settling.Time, cancellation()));

    /// <summary>The target's calls of an operation below a resource after a place of the journal.</summary>
    /// <param name="operation">Id of the operation.</param>
    /// <param name="below">The partner's name of the resource.</param>
    /// <param name="position">From <see cref="Position"/>.</param>
    public IReadOnlyList<JournalEntry> CallsAfter(string operation, ResourceName below, long position) =>
        After(operation, below, position).All();

    /// <summary>The present place of the journal: what comes later has a higher one.</summary>
    public long Position => partner.Journal.Position;

    /// <summary>Holds the target's calls of an operation at a gate until it is opened.</summary>
    public void Hold(string operation, string gate)
    {
        note($"From here on the partner holds the target's calls of {operation} at the gate \"{gate}\"");
        scope.On(Find(operation), null, HoldingAt(gate));
    }

    /// <summary>What holds a call at a gate, and then does what a well behaved partner does.</summary>
    public Simulator.Behaviours.Answer HoldingAt(string gate) =>
        Simulator.Behaviours.Answer.HoldAt(scope.Gate(gate), settling.Deadline);

    /// <summary>
    /// Whether the target has called an operation between two places of the journal: in this environment, or on all of
    /// them at once.
    /// </summary>
    public bool Reads(string operation, long after, long before) => partner.Journal.Query.FromTarget
        .Of(Find(operation)).After(after).All()
        .Any(call => call.Began < before
            && call.Resource?.Ancestor<EnvironmentName>() is var found && (found is null || found == Environment));

    /// <summary>Whether a call of the target has come to a gate.</summary>
    public bool HasArrived(string gate) => scope.Gate(gate).Arrivals > 0;

    /// <summary>Lets everything go that is held at a gate.</summary>
    public void Open(string gate)
    {
        note($"The gate \"{gate}\" is opened; calls held at it so far: {scope.Gate(gate).Arrivals}");
        scope.Gate(gate).Release();
    }

    /// <summary>
    /// Answers the target's calls of an operation about a connection otherwise than a well behaved partner does.
    /// What an earlier scenario's connection is still told of does not count.
    /// </summary>
    public void Bend(
        string operation,
        ConnectionName connection,
        Simulator.Behaviours.Answer answer,
        Occasions? occasions = null) =>
        scope.On(Find(operation), Own(connection), answer, occasions);

    /// <summary>Answers the target's calls of an operation at or below a resource otherwise.</summary>
    /// <param name="operation">Id of the operation.</param>
    /// <param name="own">The partner's name of the resource; null for the whole environment.</param>
    /// <param name="answer">What to do.</param>
    /// <param name="occasions">On which calls; null for all.</param>
    /// <param name="when">Of which bodies; null for any.</param>
    public void Bend(
        string operation,
        ResourceName? own,
        Simulator.Behaviours.Answer answer,
        Occasions? occasions,
        Func<string, bool>? when = null) =>
        scope.On(Find(operation), own, answer, occasions, when);

    /// <summary>The environment, as the partner serves it.</summary>
    public EnvironmentName Environment => scope.Environment;

    /// <summary>The partner's name of an interconnect.</summary>
    public InterconnectName Own(InterconnectName interconnect) => scope.Environment.Interconnect(interconnect.Id);

    /// <summary>The partner's portal gives out a key.</summary>
    /// <param name="encodedKey">A secret (SEC-05).</param>
    public void Issues(string encodedKey) => partner.State.Keys.Issue(encodedKey);

    /// <summary>The partner has provisioned all features that it has of a connection.</summary>
    /// <param name="own">The partner's name of it.</param>
    public void Provisions(ConnectionName own)
    {
        foreach (var feature in FeaturesOf(own))
            partner.State.Features.Put(feature with { ProvisioningState = ProvisioningState.Final });
    }

    /// <summary>The partner's own side of a connection is VERIFIED.</summary>
    /// <param name="own">The partner's name of it.</param>
    public void Verifies(ConnectionName own)
    {
        if (partner.State.Connections.Get(own) is { } found)
            partner.State.Connections.Put(found with { VerificationState = VerificationState.Verified });
    }

    /// <summary>The partner does not have a feature any more.</summary>
    /// <param name="own">The partner's name of it.</param>
    public void Drops(FeatureName own) => partner.State.Features.Remove(own);

    /// <summary>The features that the partner has of a connection.</summary>
    /// <param name="own">The partner's name of it.</param>
    public IReadOnlyList<Feature> FeaturesOf(ConnectionName own) => partner.State.Features.Children(own);

    private static Operation Find(string operation) =>
        PublishedOperations.All.First(published => published.Id == operation);

    private static IReadOnlyList<JournalEntry> Demand(string operation, int count, IReadOnlyList<JournalEntry> found)
    {
        Check.That(
            $"the target's calls of {operation} at the partner",
            found.Count >= count,
            $"{count} at least",
            found.Count == 0 ? "none" : $"{found.Count}");
        return found;
    }

    private JournalQuery After(string operation, ResourceName below, long position) =>
        scope.Journal.FromTarget.Of(Find(operation)).Below(below).After(position);

    private JournalQuery Query(string operation, string uuid) =>
        scope.Journal.FromTarget.Of(Find(operation)).Connection(uuid);

    private Connection Local(ConnectionName connection, int bandwidthMbps) => new(
        Name: $"{Own(connection)}",
        BandwidthMbps: bandwidthMbps,
        AdminState: AdminState.Enabled,
        VerificationState: VerificationState.Unverified);

    private static Feature Ready(ConnectionName own, ProposedFeature feature) => new(
        Name: $"{own.Feature(feature.Name.Id)}",
        Channel: $"{own.Interconnect.Channel(feature.Maker.Channel.Split('/')[^1])}",
        FeatureConfig: feature.Config,
        ProvisioningState: ProvisioningState.Final);
}
