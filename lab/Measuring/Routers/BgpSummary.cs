namespace Harness.Lab.Measuring.Routers;

/// <summary>The sessions of a BGP instance, as <c>show bgp vrf X summary json</c> tells of them.</summary>
/// <param name="Peers">Every session, by the peer's address.</param>
public sealed record BgpSummary(IReadOnlyDictionary<string, BgpPeer> Peers)
{
    private const string Command = "show bgp summary json";

    /// <summary>Reads both address families.</summary>
    /// <exception cref="RouterOutputException">It is not what the command answers.</exception>
    public static BgpSummary Read(string json)
    {
        var families = RouterJson.Read<Dictionary<string, BgpFamily>>(json, Command);
        return new BgpSummary(families.Values
            .SelectMany(family => family.Peers ?? new Dictionary<string, BgpPeer>())
            .ToDictionary(peer => peer.Key, peer => peer.Value, StringComparer.Ordinal));
    }

    /// <summary>Which of these peers have no session, with the state that they are in; empty where all have one.
    /// </summary>
    public IReadOnlyList<string> NotEstablished(IEnumerable<string> peers) =>
    [
        .. peers
            .Where(peer => !Peers.TryGetValue(peer, out var found) || !found.Established)
            .Select(peer => $"{peer}: {(Peers.TryGetValue(peer, out var found) ? found.State : "unknown")}"),
    ];

    // An instance without sessions answers with an empty object for its family, or with none.
    private sealed record BgpFamily(Dictionary<string, BgpPeer>? Peers = null);
}
