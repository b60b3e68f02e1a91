using System.Collections.Frozen;
using Harness.Protocol.Names;

namespace Harness.Reference.Testbed;

/// <summary>
/// The static resources that this provider and its peers have agreed on, and the customer accounts. Fixed
/// from start to stop; only an interconnect's state can be changed later, by the operator.
/// </summary>
public sealed class TestbedModel
{
    private readonly FrozenDictionary<EnvironmentName, TestbedEnvironment> environments;
    private readonly FrozenDictionary<InterconnectName, TestbedInterconnect> interconnects;
    private readonly FrozenDictionary<ChannelName, TestbedChannel> channels;

    /// <summary>Takes the parts; environments that two peers give the same name stay apart by the peer.</summary>
    public TestbedModel(
        TestbedProvider provider,
        IReadOnlyList<TestbedPeer> peers,
        IReadOnlyList<TestbedAccount> accounts,
        IReadOnlyList<TestbedEnvironment> environments,
        TimeSpan keyLifetime)
    {
        Provider = provider;
        Peers = peers;
        Accounts = accounts;
        Environments = environments;
        KeyLifetime = keyLifetime;
        this.environments = environments.ToFrozenDictionary(environment => environment.Name);
        interconnects = environments
            .SelectMany(environment => environment.Interconnects.Select(
                interconnect => (Name: environment.Name.Interconnect(interconnect.Id), Value: interconnect)))
            .ToFrozenDictionary(pair => pair.Name, pair => pair.Value);
        channels = interconnects
            .SelectMany(pair => pair.Value.Channels.Select(
                channel => (Name: pair.Key.Channel(channel.Id), Value: channel)))
            .ToFrozenDictionary(pair => pair.Name, pair => pair.Value);
    }

    /// <summary>The provider that this server is.</summary>
    public TestbedProvider Provider { get; }

    /// <summary>The providers that call this server and are called by it.</summary>
    public IReadOnlyList<TestbedPeer> Peers { get; }

    /// <summary>The customers of the portal.</summary>
    public IReadOnlyList<TestbedAccount> Accounts { get; }

    /// <summary>All environments, of all peers, in the order of the file.</summary>
    public IReadOnlyList<TestbedEnvironment> Environments { get; }

    /// <summary>How long an activation key is valid after it was issued (KEY-15).</summary>
    public TimeSpan KeyLifetime { get; }

    /// <summary>The peer of that id, or null.</summary>
    public TestbedPeer? FindPeer(string id) => Peers.FirstOrDefault(peer => peer.Id == id);

    /// <summary>The account of that id, or null.</summary>
    public TestbedAccount? FindAccount(string id) => Accounts.FirstOrDefault(account => account.Id == id);

    /// <summary>The account that a customer acts for, the first one where no id is given; null for none.</summary>
    public TestbedAccount? FindCustomer(string? id) => id is not null
        ? FindAccount(id)
        : Accounts is [var first, ..] ? first : null;

    /// <summary>The environment below the calling peer's prefix, or null (COM-02, COM-03).</summary>
    public TestbedEnvironment? Find(EnvironmentName name) => environments.GetValueOrDefault(name);

    /// <summary>The interconnect below the calling peer's prefix, or null (COM-02, COM-03).</summary>
    public TestbedInterconnect? Find(InterconnectName name) => interconnects.GetValueOrDefault(name);

    /// <summary>The channel below the calling peer's prefix, or null (COM-02, COM-03).</summary>
    public TestbedChannel? Find(ChannelName name) => channels.GetValueOrDefault(name);

    /// <summary>The first environment of that id, whichever peer it is shared with, or null (ENV-04).</summary>
    public TestbedEnvironment? FindEnvironment(string id) =>
        Environments.FirstOrDefault(environment => environment.Id == id);

    /// <summary>The same testbed with the peer's API elsewhere, for servers whose port is chosen late.</summary>
    public TestbedModel WithPeerApi(string peerId, Uri apiUri) => new(
        Provider,
        [.. Peers.Select(peer => peer.Id == peerId ? peer with { ApiUri = apiUri } : peer)],
        Accounts,
        Environments,
        KeyLifetime);
}
