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

/// <summary>Every rule of the reference, broken: one that refuses never does, any other is wrong in its own way.</summary>
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
        StatusRules.Available with { Decide = counts => counts.Accepted > 0 },
        StatusRules.ReturnIsNotified with { Decide = _ => false },
        StatusRules.CompletionIsNotified with { Decide = _ => false },
        StatusRules.Verified with { Decide = status => status is { Available: true, Notified: true } },
    }.ToDictionary(rule => rule.Key);

    /// <summary>The rules for which this table or the rule itself says how to break them.</summary>
    public static IEnumerable<Rule> Breakable =>
        ReferenceRules.Standard.All.Where(rule => rule is IRefusalRule || OtherThanRefusals.ContainsKey(rule.Key));

    /// <summary>The standard book with one rule broken.</summary>
    public static RuleBook With(string key)
    {
        var rule = ReferenceRules.Standard.All.Single(rule => rule.Key == key);
        return ReferenceRules.Standard.Replace(
            rule is IRefusalRule refusal ? refusal.NeverRefusing() : OtherThanRefusals[key]);
    }
}
