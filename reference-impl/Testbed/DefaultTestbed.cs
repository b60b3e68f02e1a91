using Harness.Protocol.Names;
using Harness.Protocol.Resources;

namespace Harness.Reference.Testbed;

/// <summary>
/// The testbed of a reference that is given none: identical environments shared with one partner, so that
/// scenarios can run side by side, and one environment of a stranger that shows isolation (COM-03).
/// </summary>
public static class DefaultTestbed
{
    public const string ProviderId = "aurora";
    public const string PartnerId = "borealis";
    public const string StrangerId = "cirrus";

    private const int MaxBandwidthMbps = 10_000;

    private static readonly ProviderName Own = new(ProviderId);
    private static readonly IReadOnlyList<int> Sizes = [1, 50, 100, 200, 500, 1000, 2000, 5000, 10_000];

    /// <summary>
    /// Makes the testbed with environments <c>env-1</c> to <c>env-{environments}</c>, and <c>env-defer</c>, in which
    /// the active provider always defers (DFR-04).
    /// </summary>
    /// <param name="environments">How many environments the partner has, at least one.</param>
    /// <param name="peerApiUri">Root of the partner's API; null where it cannot be called.</param>
    public static TestbedModel Create(int environments = 4, Uri? peerApiUri = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(environments, 1);
        return new TestbedModel(
            new TestbedProvider(ProviderId, "Aurora Cloud"),
            [
                new TestbedPeer(PartnerId, "Borealis Cloud", peerApiUri),
                new TestbedPeer(StrangerId, "Cirrus Cloud", null),
            ],
            [
                new TestbedAccount("customer-1"),
                new TestbedAccount("customer-suspended", GoodStanding: false),
                new TestbedAccount("customer-full", ConnectionQuota: 0),
            ],
            [
                .. Enumerable.Range(1, environments).Select(number => Environment($"env-{number}", PartnerId)),
                Environment("env-defer", PartnerId) with { DeferConnectionProvisioning = true },
                Environment("env-cirrus", StrangerId),
            ],
            TimeSpan.FromHours(24));
    }

    private static TestbedEnvironment Environment(string id, string peer) => new(
        id,
        peer,
        EnvironmentVisibility.Public,
        [
            new TestbedSite(Own, $"{ProviderId}-{id}", $"Aurora site of {id}"),
            new TestbedSite(new ProviderName(peer), $"{peer}-{id}", $"Partner site of {id}"),
        ],
        Sizes,
        [FeatureType.L3Base],
        DeferralTimeoutHours: 24,
        DeferConnectionProvisioning: false,
        [
            Interconnect(id, peer, "ix1", InterconnectState.Active, "ch1", "ch2", "ch3", "ch4"),
            // Irregular names and six channels: nothing may count on ch1 to ch4 (COM-11).
            Interconnect(
                id, peer, "ix2", InterconnectState.Active,
                "east-7", "west-2", "east-9", "west-4", "east-12", "west-31"),
            Interconnect(id, peer, "ix-pending", InterconnectState.Pending, "ch1", "ch2", "ch3", "ch4"),
            Interconnect(id, peer, "ix-closed", InterconnectState.Closed, "ch1", "ch2", "ch3", "ch4"),
            // On the devices of ix1: maintenance of one is in the way of the other's (MNT-06).
            On("ix1", id, ForKeys(id, peer, "ix-keys", InterconnectState.Active)),
            // Being set up, so without keys: a channel is given its first key but once (MAC-12).
            ForKeys(id, peer, "ix-keys-2", InterconnectState.Pending),
            ForKeys(id, peer, "ix-keys-3", InterconnectState.Pending),
            ForKeys(id, peer, "ix-keys-4", InterconnectState.Pending),
        ]);

    private static TestbedInterconnect ForKeys(string environment, string peer, string id, InterconnectState state) =>
        ManagedByPeer(Interconnect(environment, peer, id, state, "ch1", "ch2", "ch3", "ch4"), peer);

    private static TestbedInterconnect Interconnect(
        string environment, string peer, string id, InterconnectState state, params string[] channels) => new(
        id,
        state,
        MaxBandwidthMbps,
        Sizes,
        [FeatureType.L3Base],
        MacsecSplitAgreed: false,
        TestbedGuidance.Default,
        [.. channels.Select((channel, index) => Channel($"{environment}-{id}-{index + 1}", peer, channel, index))]);

    // Every other channel is the partner's to rotate, which splits the duty evenly (CHN-02).
    private static TestbedChannel Channel(string device, string peer, string id, int index) => new(
        id,
        $"dev-{device}",
        index % 2 == 0 ? new ProviderName(peer) : Own,
        index % 2 == 0 ? Own : new ProviderName(peer),
        AggregateGbps: 100,
        MemberGbps: 100,
        Demarc: $"demarc-{device}",
        AdminState.Enabled);

    private static TestbedInterconnect On(string other, string environment, TestbedInterconnect interconnect) =>
        interconnect with
        {
            Channels =
            [
                .. interconnect.Channels.Select((channel, index) =>
                    channel with { Device = $"dev-{environment}-{other}-{index + 1}" }),
            ],
        };

    private static TestbedInterconnect ManagedByPeer(TestbedInterconnect interconnect, string peer) =>
        interconnect with
        {
            MacsecSplitAgreed = true,
            Channels =
            [
                .. interconnect.Channels.Select(channel => channel with { MacsecManager = new ProviderName(peer) }),
            ],
        };
}
