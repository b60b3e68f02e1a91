using Harness.Protocol.Names;
using Harness.Protocol.Resources;

namespace Harness.Simulator.State;

/// <summary>
/// The partner's own side of all resources, as it serves them to the target: names start with the target's
/// provider id. A test tells it what the partner has; what the target creates and deletes changes it too.
/// </summary>
public sealed class PartnerState
{
    private readonly Dictionary<ChannelName, IReadOnlyList<MaintenanceEvent>> maintenance = [];

    public PartnerState()
    {
        Providers = new(Guard, record => record.Name);
        Environments = new(Guard, record => record.Name);
        Interconnects = new(Guard, record => record.Name);
        Channels = new(Guard, record => record.Name);
        Connections = new(Guard, record => record.Name);
        Features = new(Guard, record => record.Name);
        MacSecKeys = new(Guard, record => record.Name);
        Issues = new(Guard, record => record.Name);
        Keys = new(Guard);
    }

    /// <summary>Taken by all tables; whoever holds it sees and changes them as one.</summary>
    public Lock Guard { get; } = new();

    public ResourceTable<ProviderName, Provider> Providers { get; }

    public ResourceTable<EnvironmentName, Environment> Environments { get; }

    public ResourceTable<InterconnectName, Interconnect> Interconnects { get; }

    public ResourceTable<ChannelName, Channel> Channels { get; }

    public ResourceTable<ConnectionName, Connection> Connections { get; }

    public ResourceTable<FeatureName, Feature> Features { get; }

    public ResourceTable<MacSecKeyName, MacSecKey> MacSecKeys { get; }

    public ResourceTable<IssueName, Issue> Issues { get; }

    /// <summary>The activation keys that the partner's portal has given out.</summary>
    public KeyLedger Keys { get; }

    /// <summary>The partner's own maintenance events of a channel.</summary>
    public IReadOnlyList<MaintenanceEvent> MaintenanceOf(ChannelName channel)
    {
        lock (Guard)
            return maintenance.GetValueOrDefault(channel, []);
    }

    /// <summary>Replaces the partner's own maintenance events of a channel.</summary>
    public void SetMaintenance(ChannelName channel, params IReadOnlyList<MaintenanceEvent> events)
    {
        lock (Guard)
            maintenance[channel] = events;
    }

    /// <summary>Puts the partner's side of a connection with all its features, in one step.</summary>
    /// <exception cref="FormatException">A name is not what it should be.</exception>
    public void PutConnection(Connection connection, params IReadOnlyList<Feature> features)
    {
        var name = ResourceName.Parse<ConnectionName>(connection.Name);
        lock (Guard)
        {
            Connections.Put(connection);
            Features.RemoveChildren(name);
            foreach (var feature in features)
                Features.Put(feature);
        }
    }

    /// <summary>Removes a connection with all its features; false where there was none (DEL-02).</summary>
    public bool RemoveConnection(ConnectionName name)
    {
        lock (Guard)
        {
            Features.RemoveChildren(name);
            return Connections.Remove(name);
        }
    }

    /// <summary>Forgets all environments and what is below them, issues, keys and maintenance.</summary>
    public void Clear()
    {
        lock (Guard)
        {
            Environments.Clear();
            Interconnects.Clear();
            Channels.Clear();
            Connections.Clear();
            Features.Clear();
            MacSecKeys.Clear();
            Issues.Clear();
            Keys.Clear();
            maintenance.Clear();
        }
    }
}
