using Harness.Reference.Rules;

namespace Harness.Reference.Deadlines;

/// <summary>What ends by itself when its time is over, by the protocol's clock.</summary>
public static class DeadlineRules
{
    /// <summary>How long a connection may remain unfinished before it is deleted.</summary>
    public static readonly TimeSpan Unfinished = TimeSpan.FromDays(7);

    /// <summary>A connection that was never finalized is deleted after seven days, and not before.</summary>
    public static readonly Rule<UnfinishedCase, bool> DeletesUnfinished = new(
        "CON-15",
        "deletes-unfinished",
        @case => @case.VerifiedAt is null && @case.Now - @case.CreatedAt >= (long)Unfinished.TotalMilliseconds);

    public static IEnumerable<Rule> All => [DeletesUnfinished];
}
