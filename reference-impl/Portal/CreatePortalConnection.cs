namespace Harness.Reference.Portal;

/// <summary>Body of a create at the portal.</summary>
/// <param name="Environment">Id of the environment that the customer chooses.</param>
/// <param name="BandwidthMbps">Desired bandwidth, in Mbps.</param>
/// <param name="RemoteAccountId">The customer's account at the accepting provider.</param>
/// <param name="AccountId">The customer's account here; the first one of the testbed where it is absent.</param>
public sealed record CreatePortalConnection(
    string? Environment = null,
    int? BandwidthMbps = null,
    string? RemoteAccountId = null,
    string? AccountId = null);
