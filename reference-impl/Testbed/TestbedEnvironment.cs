using Harness.Protocol.Names;
using Harness.Protocol.Resources;

namespace Harness.Reference.Testbed;

/// <summary>An environment that the server shares with one peer.</summary>
/// <param name="Id">The agreed id (ENV-01).</param>
/// <param name="Peer">Id of the peer, below whose prefix the environment is served.</param>
/// <param name="Visibility">Who sees it at the portals.</param>
/// <param name="Sites">One site of each of the two providers (ENV-02).</param>
/// <param name="SizesMbps">Connection sizes that every interconnect supports, in Mbps (ENV-03).</param>
/// <param name="Features">Features that every interconnect supports (ENV-03).</param>
/// <param name="DeferralTimeoutHours">Hours after which a deferring provider rolls back; null for no agreement.</param>
/// <param name="DeferConnectionProvisioning">Whether the active provider always defers here.</param>
/// <param name="Interconnects">The interconnects, in the order of the file.</param>
public sealed record TestbedEnvironment(
    string Id,
    string Peer,
    EnvironmentVisibility Visibility,
    IReadOnlyList<TestbedSite> Sites,
    IReadOnlyList<int> SizesMbps,
    IReadOnlyList<FeatureType> Features,
    int? DeferralTimeoutHours,
    bool DeferConnectionProvisioning,
    IReadOnlyList<TestbedInterconnect> Interconnects)
{
    /// <summary>The name that the peer calls it by: <c>providers/{peer}/environments/{id}</c>.</summary>
    public EnvironmentName Name => new ProviderName(Peer).Environment(Id);
}
