using Harness.Protocol.Client;
using Harness.Reference.Testbed;

namespace Harness.Reference.Peers;

/// <summary>How the peers' own APIs are called.</summary>
public sealed class PeerDirectory
{
    private readonly Dictionary<string, CoordinatorClient> clients;

    /// <param name="testbed">Names the peers and where their APIs are.</param>
    /// <param name="connect">Makes the client of a peer that has an API address.</param>
    public PeerDirectory(TestbedModel testbed, Func<TestbedPeer, CoordinatorClient> connect)
    {
        Self = new PeerNames(testbed.Provider.Id);
        clients = testbed.Peers
            .Where(peer => peer.ApiUri is not null)
            .ToDictionary(peer => peer.Id, connect, StringComparer.Ordinal);
    }

    /// <summary>What resources are called at the peers.</summary>
    public PeerNames Self { get; }

    /// <summary>The client of a peer's API; null where the testbed gives no address for it.</summary>
    public CoordinatorClient? Find(string peer) => clients.GetValueOrDefault(peer);
}
