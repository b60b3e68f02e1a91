using Harness.Reference.Rules;

namespace Harness.Reference.Deadlines;

/// <summary>What ends by itself when its time is over, by the protocol's clock.</summary>
public static class DeadlineRules
{
    /// <summary>How long a connection may remain unfinished before it is deleted.</summary>
    public static readonly TimeSpan Unfinished = TimeSpan.FromDays(7);

    /// <summary>
    /// A connection that was never finalized, or that the peer has not had for so long, is deleted after seven days and
    /// not before.
    /// </summary>
    public static readonly Rule<UnfinishedCase, bool> DeletesUnfinished = new(
        "CON-15",
        "deletes-unfinished",
        @case => (@case.VerifiedAt is null && IsOver(@case, @case.CreatedAt))
            || (@case.MissingSince is { } missing && IsOver(@case, missing)));

    public static IEnumerable<Rule> All => [DeletesUnfinished];

    private static bool IsOver(UnfinishedCase @case, long since) =>
        @case.Now - since >= (long)Unfinished.TotalMilliseconds;
}
