using Harness.Reference.ActivationKeys;
using Harness.Reference.Common;
using Harness.Reference.Connections;
using Harness.Reference.Deadlines;
using Harness.Reference.Features;
using Harness.Reference.Issues;
using Harness.Reference.MacSec;
using Harness.Reference.Maintenance;
using Harness.Reference.Negotiations;
using Harness.Reference.Paging;
using Harness.Reference.Portal;
using Harness.Reference.Rules;
using Harness.Reference.Security;

namespace Harness.Reference;

/// <summary>The one list of all rules.</summary>
public static class ReferenceRules
{
    /// <summary>The book that the coordinator goes by unless it is given another.</summary>
    public static RuleBook Standard { get; } = RuleBook.Of(
    [
        .. CommonRules.All,
        .. IssueRules.All,
        .. MacSecRules.All,
        .. MaintenanceRules.All,
        .. ActivationKeyRules.All,
        .. ConnectionRules.All,
        .. UpdateRules.All,
        .. StatusRules.All,
        .. GuidanceRules.All,
        .. FeatureRules.All,
        .. AddressRules.All,
        .. ReservationRules.All,
        .. PortalRules.All,
        .. AcceptRules.All,
        .. NegotiationRules.All,
        .. ProposalRules.All,
        .. DeadlineRules.All,
        .. PagingRules.All,
        .. SecurityRules.All,
    ]);
}
