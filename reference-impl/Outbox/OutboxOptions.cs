namespace Harness.Reference.Outbox;

/// <summary>How deliveries are repeated.</summary>
public sealed record OutboxOptions
{
    /// <summary>Wait before the first repetition; it doubles with every further one.</summary>
    public TimeSpan FirstRetry { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>Longest wait between two attempts.</summary>
    public TimeSpan LongestRetry { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How many deliveries are under way at a time.</summary>
    public int Parallel { get; init; } = 32;

    /// <summary>
    /// How long an attempt keeps others from trying the same delivery. Longer than any attempt takes, so that
    /// only a coordinator that has crashed leaves one to wait for.
    /// </summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>The wait after <paramref name="attempts"/> failed attempts.</summary>
    public TimeSpan RetryAfter(int attempts)
    {
        var wait = FirstRetry.TotalMilliseconds * Math.Pow(2, Math.Clamp(attempts - 1, 0, 30));
        return TimeSpan.FromMilliseconds(Math.Min(wait, LongestRetry.TotalMilliseconds));
    }
}
