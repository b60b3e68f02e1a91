using Harness.Features.Target;
using Harness.Features.Target.Templates;
using Harness.Reference.Testbed;

namespace Harness.Cli.Local;

/// <summary>What a target file says of a testbed: the part that one of the peers, the partner, shares.</summary>
/// <param name="Testbed">The whole.</param>
/// <param name="Partner">The peer that the harness plays: the first that has an API address.</param>
/// <param name="Stranger">Another peer; null where there is none.</param>
/// <param name="Settings">The partner's environments.</param>
/// <param name="Accounts">The customers of the portal.</param>
internal sealed record SharedTestbed(
    TestbedModel Testbed,
    TestbedPeer Partner,
    TestbedPeer? Stranger,
    TestbedSettings Settings,
    AccountSettings Accounts)
{
    // The partner's side of an account: the reference takes any (KEY-01).
    private const string RemoteAccount = "acct-b";

    /// <summary>Root of the partner's API.</summary>
    public Uri PartnerUrl => Partner.ApiUri!;

    /// <summary>The shared part; null where no peer can be called or no customer can act.</summary>
    public static SharedTestbed? Of(TestbedModel testbed)
    {
        var partner = testbed.Peers.FirstOrDefault(
            peer => peer.ApiUri is not null && EnvironmentsOf(testbed, peer) is not []);
        var good = testbed.Accounts.FirstOrDefault(account => account.GoodStanding && account.ConnectionQuota is not 0);
        if (partner is null || good is null)
            return null;
        var environments = EnvironmentsOf(testbed, partner);
        // The last one stays apart for scenarios that need a second one (MIG-06).
        var alike = environments.Where(environment => environment.DeferralTimeout is null).ToList();
        var spare = alike.Count > 1 ? alike[^1] : null;
        return new SharedTestbed(
            testbed,
            partner,
            testbed.Peers.FirstOrDefault(peer => peer != partner),
            new TestbedSettings([.. alike.Where(environment => environment != spare)], spare)
            {
                Deferring = environments.FirstOrDefault(environment => environment.DeferralTimeout is not null),
            },
            new AccountSettings(
                good.Id,
                RemoteAccount,
                testbed.Accounts.FirstOrDefault(account => !account.GoodStanding)?.Id,
                testbed.Accounts.FirstOrDefault(account => account.GoodStanding && account.ConnectionQuota == 0)?.Id));
    }

    /// <summary>A peer as a caller of the reference.</summary>
    public ReferencePeer Caller(TestbedPeer peer, TokenSet tokens) => new(
        peer.Id,
        tokens.Of(peer.Id).Source,
        Testbed.Environments.FirstOrDefault(environment => environment.Peer == peer.Id)?.Id);

    private static List<EnvironmentSettings> EnvironmentsOf(TestbedModel testbed, TestbedPeer peer) =>
    [
        .. testbed.Environments.Where(environment => environment.Peer == peer.Id).Select(environment =>
            new EnvironmentSettings("", environment.Id, [.. environment.Interconnects.Select(it => Of(it, peer))])
            {
                DeferralTimeout = environment is { DeferConnectionProvisioning: true, DeferralTimeoutHours: { } hours }
                    ? TimeSpan.FromHours(hours)
                    : null,
            }),
    ];

    private static InterconnectSettings Of(TestbedInterconnect interconnect, TestbedPeer peer) => new(
        "",
        interconnect.Id,
        interconnect.State,
        interconnect.MaxBandwidthMbps,
        interconnect.SizesMbps,
        interconnect.MacsecSplitAgreed,
        interconnect.MacsecSplitAgreed && interconnect.Channels.All(channel => channel.MacsecManager.Id == peer.Id),
        [.. interconnect.Channels.Select(channel => new ChannelSettings("", channel.Id, channel.MacsecManager.Id))]);
}
