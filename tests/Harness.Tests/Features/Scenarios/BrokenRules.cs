using Harness.Cli.Local;
using Harness.Protocol.Resources;
using Harness.Reference;
using Harness.Reference.Connections;
using Harness.Reference.Features;
using Harness.Reference.Issues;
using Harness.Reference.MacSec;
using Harness.Reference.Maintenance;
using Harness.Reference.Paging;
using Harness.Reference.Rules;
using Harness.Reference.Security;

namespace Harness.Tests.Features.Scenarios;

/// <summary>Every rule of the reference, broken: one that refuses never does, any other is wrong in its own
/// way.</summary>
internal static class BrokenRules
{
    private static readonly Dictionary<string, Rule> OtherThanRefusals = new Rule[]
    {
        SecurityRules.ProvidersOf with { Decide = credential => [.. credential.ProviderIds, "borealis", "cirrus"] },
        MacSecRules.IsRotation with { Decide = _ => true },
        MacSecRules.StartTime with { Decide = time => time.Accepted.AddMinutes(-5) },
        MacSecRules.ActiveOnAcceptance with { Decide = _ => true },
        MacSecRules.TurnsOthersInactive with { Decide = _ => false },
        PagingRules.Size with { Decide = size => (size.Asked ?? size.Default) + 1 },
        PagingRules.IssueSize with { Decide = size => size.Asked ?? size.Most },
        MaintenanceRules.Listed with { Decide = listed => listed.Window.Start > listed.Now },
        MaintenanceRules.FetchedAtOnce with { Decide = _ => false },
        IssueRules.ServersFields with { Decide = issue => issue.Proposed with { Name = $"{issue.Name}" } },
        IssueRules.StateWhenClosed with { Decide = _ => IssueState.Open },
        IssueRules.NewestFirst with { Decide = _ => false },
        GuidanceRules.GuidedChannels with { Decide = channels => [.. channels.Skip(1)] },
        StatusRules.ProvisioningStarts with { Decide = counts => counts.Accepted >= counts.Channels },
        StatusRules.Available with { Decide = _ => false },
        StatusRules.ReturnIsNotified with { Decide = _ => false },
        StatusRules.CompletionIsNotified with { Decide = _ => false },
        StatusRules.Verified with { Decide = status => status is { Available: true, Notified: true } },
    }.ToDictionary(rule => rule.Key);

    /// <summary>
    /// The rules whose breach no scenario of their requirement can see from outside, and why. A test holds the list
    /// to what is so: a rule that is noticed after all has to leave it.
    /// </summary>
    public static readonly IReadOnlyDictionary<string, string> Unseen = new Dictionary<string, string>
    {
        ["COM-05/id-usable"] = "whether an id that fits no path is refused is the target's own choice",
        ["COM-05/key-material-given"] = "MAC-15 refuses a key without CAK or CKN as well",
        ["CON-05/size-supported"] = "no key is issued for such a size, so CON-07 refuses it as well",
        ["CON-06/intent-known"] = "an unknown key differs from every issued one, so another rule refuses it as well",
        ["FEA-02/asn-usable"] = "an ASN that is none lies outside the guidance as well",
        ["KEY-01/remote-account-given"] = "the portal's own form: the protocol does not fix what it asks for",
        ["KEY-03/size-supported"] = "a size that is not supported does not fit either",
        ["PRO-06/return-is-notified"] = "the notification of the completion (UPD-08) follows it at once",
        ["UPD-08/completion-is-notified"] = "the notification of the features' return (PRO-06) comes with it",
    };

    /// <summary>The rules for which this table or the rule itself says how to break them.</summary>
    public static IEnumerable<Rule> Breakable =>
        ReferenceRules.Standard.All.Where(rule => rule is IRefusalRule || OtherThanRefusals.ContainsKey(rule.Key));

    /// <summary>The standard book with one rule broken.</summary>
    public static Alteration With(string key) => options => options with { Rules = Book(key) };

    private static RuleBook Book(string key)
    {
        var rule = ReferenceRules.Standard.All.Single(rule => rule.Key == key);
        return ReferenceRules.Standard.Replace(
            rule is IRefusalRule refusal ? refusal.NeverRefusing() : OtherThanRefusals[key]);
    }
}
