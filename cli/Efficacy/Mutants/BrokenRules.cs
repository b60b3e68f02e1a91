using Harness.Cli.Efficacy.Altering;
using Harness.Protocol.Resources;
using Harness.Reference;
using Harness.Reference.Connections;
using Harness.Reference.Deadlines;
using Harness.Reference.Features;
using Harness.Reference.Issues;
using Harness.Reference.MacSec;
using Harness.Reference.Maintenance;
using Harness.Reference.Negotiations;
using Harness.Reference.Paging;
using Harness.Reference.Rules;
using Harness.Reference.Security;

namespace Harness.Cli.Efficacy.Mutants;

/// <summary>Every rule of the reference, broken: one that refuses never does, any other is wrong in its own
/// way.</summary>
internal static class BrokenRules
{
    private static readonly TimeSpan SixDays = TimeSpan.FromDays(6);

    private static readonly Dictionary<string, (Rule Rule, string Defect)> OtherThanRefusals = new (Rule, string)[]
    {
        (SecurityRules.ProvidersOf with { Decide = credential => [.. credential.ProviderIds, "borealis", "cirrus"] },
            "every caller acts as every provider"),
        (MacSecRules.IsRotation with { Decide = _ => true }, "a channel's first key counts as a rotation"),
        (MacSecRules.StartTime with { Decide = time => time.Accepted.AddMinutes(-5) },
            "a key's start time lies five minutes back"),
        (MacSecRules.ActiveOnAcceptance with { Decide = _ => true }, "a key is active once it is accepted"),
        (MacSecRules.TurnsOthersInactive with { Decide = _ => false },
            "a key that turns active leaves the other active"),
        (PagingRules.Size with { Decide = size => (size.Asked ?? size.Default) + 1 },
            "a page holds one item more than asked for"),
        (PagingRules.IssueSize with { Decide = size => size.Asked ?? size.Most },
            "without a page size 1000 issues come, and a larger size is taken as it is"),
        (MaintenanceRules.Listed with { Decide = listed => listed.Window.Start > listed.Now },
            "running maintenance is not given"),
        (MaintenanceRules.FetchedAtOnce with { Decide = _ => false }, "a maintenance notification leads to no read"),
        (MaintenanceRules.Notified with { Decide = _ => false }, "maintenance is planned without telling the peer"),
        (MaintenanceRules.HeldBack with { Decide = _ => true }, "an emergency waits for other maintenance"),
        (MaintenanceRules.InterconnectCounts with { Decide = one => one.Name == one.Channel.Interconnect },
            "maintenance looks at the channel's own interconnect only"),
        (NegotiationRules.Defers with { Decide = _ => false }, "provisioning is never deferred"),
        (NegotiationRules.DeferralIsOver with { Decide = _ => false }, "a deferral is waited for for ever"),
        (NegotiationRules.Migrates with { Decide = _ => false }, "what does not fit where it is is never migrated"),
        (NegotiationRules.LeavesOld with { Decide = _ => true }, "the old side does not wait for the peer's word"),
        (NegotiationRules.Fills with { Decide = _ => false }, "features that are missing are not created again"),
        (MacSecRules.FailsForward with { Decide = _ => false }, "a key that never turns active is waited for for ever"),
        (NegotiationRules.GoesOnWithKey with { Decide = _ => true }, "keyValid=false is taken for true"),
        (NegotiationRules.TakesNew with { Decide = _ => true }, "interconnects that take no connections are proposed"),
        (NegotiationRules.NotRefused with { Decide = _ => true }, "after a conflict the same interconnect is proposed"),
        (NegotiationRules.MostAvailable with { Decide = offers => offers.MinBy(offer => offer.AvailableMbps) },
            "the interconnect with the least available bandwidth is proposed"),
        (NegotiationRules.RetryWait with { Decide = retry => retry.Waits.FirstRetry },
            "a failed proposal is repeated at one short interval"),
        (NegotiationRules.WaitsForChannels with { Decide = _ => false }, "open channels are not waited for"),
        (NegotiationRules.TriesAgain with { Decide = _ => false }, "a channel is left out after its first conflict"),
        (NegotiationRules.RollsBack with { Decide = _ => false }, "too few features are kept"),
        (ProposalRules.Vlan with { Decide = vlans => ProposalRules.Vlan.Decide(vlans with { Peer = vlans.Own }) },
            "the peer's VLAN ranges are overlooked"),
        (ProposalRules.Mtu with { Decide = mtus => (int)mtus.Own.Max(range => range.Stop) },
            "the own highest MTU is proposed, whatever the peer supports"),
        (ProposalRules.Asns with { Decide = asns => (asns.OwnAsn, asns.OwnAsn + 1) },
            "the peer's ASN ranges are overlooked"),
        (ProposalRules.Subnets with
            {
                Decide = subnets => ProposalRules.Subnets.Decide(subnets with { Peer = [], PeerLengths = null }),
            },
            "the peer's subnets are overlooked"),
        (IssueRules.ServersFields with { Decide = issue => issue.Proposed with { Name = $"{issue.Name}" } },
            "an issue's state, time and local id are the caller's"),
        (IssueRules.StateWhenClosed with { Decide = _ => IssueState.Open }, "a closed issue stays open"),
        (IssueRules.NewestFirst with { Decide = _ => false }, "comments come oldest first"),
        (GuidanceRules.GuidedChannels with { Decide = channels => [.. channels.Skip(1)] },
            "the first channel is not guided"),
        (StatusRules.ProvisioningStarts with { Decide = counts => counts.Accepted >= counts.Channels },
            "provisioning waits for a feature on every channel"),
        (StatusRules.Available with { Decide = _ => false }, "a side is never taken for available"),
        (StatusRules.ReturnIsNotified with { Decide = _ => false }, "features that return to PENDING are not notified"),
        (StatusRules.CompletionIsNotified with { Decide = _ => false }, "the completion of a change is not notified"),
        (DeadlineRules.DeletesUnfinished with
            {
                Decide = @case => @case.VerifiedAt is null
                    && @case.Now - @case.CreatedAt >= (long)SixDays.TotalMilliseconds,
            },
            "unfinished connections are deleted after six days"),
        (StatusRules.Verified with { Decide = status => status is { Available: true, Notified: true } },
            "VERIFIED does not wait for an acknowledgement"),
    }.ToDictionary(broken => broken.Item1.Key);

    // Whose breach no scenario can see from outside, and why. The trial holds the list to what is so.
    private static readonly Dictionary<string, string> Unseen = new()
    {
        ["COM-05/id-usable"] = "whether an id that fits no path is refused is the target's own choice",
        ["COM-05/key-material-given"] = "MAC-15 refuses a key without CAK or CKN as well",
        ["CON-05/size-supported"] = "no key is issued for such a size, so CON-07 refuses it as well",
        ["CON-15/deletes-unfinished"] = "the store is asked for connections of seven days only",
        ["DFR-01/driven-by-us"] = "the reference drives what is deferred to it, and refuses only where it is told to",
        ["FEA-02/asn-usable"] = "an ASN that is none lies outside the guidance as well",
        ["MIG-04/leaves-old"] = "a side turns VERIFIED only when the other has notified that it is ready",
        ["MAC-17/fails-forward"] = "which key a router uses is not for the partner to decide over HTTP",
        ["KEY-07/account-in-good-standing"] = "the protocol asks that of the provider that creates (KEY-03)",
        ["KEY-07/within-quota"] = "the protocol asks that of the provider that creates (KEY-03)",
        ["KEY-11/not-accepted-before"] = "the store has one place for a UUID, so a second acceptance changes nothing",
        ["KEY-06/size-supported"] = "no interconnect has room for a size above the largest",
        ["KEY-01/remote-account-given"] = "the portal's own form: the protocol does not fix what it asks for",
        ["KEY-03/size-supported"] = "a size that is not supported does not fit either",
        ["MAC-18/requested-of-manager"] = "MAC-02 refuses a rotation by anybody else than the manager as well",
        ["UPD-08/completion-is-notified"] =
            "the side turns available again at that moment, which is notified as well (PRO-02)",
    };

    /// <summary>The rules for which this table or the rule itself says how to break them.</summary>
    public static IEnumerable<Rule> Breakable =>
        ReferenceRules.Standard.All.Where(rule => rule is IRefusalRule || OtherThanRefusals.ContainsKey(rule.Key));

    /// <summary>A mutant for each of them.</summary>
    public static IEnumerable<Mutant> All => Breakable.Select(Of);

    private static Mutant Of(Rule rule)
    {
        var (broken, defect) = rule is IRefusalRule refusal
            ? (refusal.NeverRefusing(), "the rule of that name refuses nothing")
            : OtherThanRefusals[rule.Key];
        return new Mutant(rule.Key, rule.Requirement, defect, Alter.Rules(broken))
        {
            Equivalent = Unseen.GetValueOrDefault(rule.Key),
        };
    }
}
