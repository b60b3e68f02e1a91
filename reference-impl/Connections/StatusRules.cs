using Harness.Reference.Rules;

namespace Harness.Reference.Connections;

/// <summary>How a connection's status follows from its features and from what the providers have said.</summary>
public static class StatusRules
{
    /// <summary>
    /// A connection goes on to provisioning when all but one of its channels have an accepted feature, three
    /// of four in the source's words; with a single channel, that one has to have it.
    /// </summary>
    public static readonly Rule<FeatureCounts, bool> ProvisioningStarts = new(
        "FEA-14", "provisioning-starts", counts => counts.Accepted >= counts.Needed);

    /// <summary>All features are available: as many as are needed, and none still on its way (PRO-01).</summary>
    public static readonly Rule<FeatureCounts, bool> Available = new(
        "PRO-02",
        "available",
        counts => counts.Accepted >= counts.Needed && counts.Final == counts.Accepted);

    /// <summary>A change that returns features from FINAL to PENDING is notified.</summary>
    public static readonly Rule<FeatureCounts, bool> ReturnIsNotified = new(
        "PRO-06", "return-is-notified", before => before.Final > 0);

    /// <summary>The completion of an agreed change is notified.</summary>
    public static readonly Rule<bool, bool> CompletionIsNotified = new(
        "UPD-08", "completion-is-notified", completed => completed);

    /// <summary>No two of the three suffice: local check, notification out acknowledged, notification in.</summary>
    public static readonly Rule<VerificationCase, bool> Verified = new(
        "PRO-03", "verified", @case => @case is { Available: true, Acknowledged: true, Notified: true });

    public static IEnumerable<Rule> All =>
        [ProvisioningStarts, Available, ReturnIsNotified, CompletionIsNotified, Verified];
}
