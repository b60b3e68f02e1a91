namespace Harness.Lab.Waiting;

/// <summary>Waits for a condition, never for a time: the one place of the lab that pauses.</summary>
public static class Poll
{
    /// <summary>Looks again and again until the condition holds; looks once at least.</summary>
    /// <returns>Whether it came to hold within the deadline.</returns>
    public static async Task<bool> UntilAsync(
        Func<CancellationToken, Task<bool>> condition, Patience patience, CancellationToken cancellation)
    {
        var start = patience.Time.GetTimestamp();
        while (!await condition(cancellation))
        {
            if (patience.Time.GetElapsedTime(start) >= patience.Deadline)
                return false;
            await Task.Delay(patience.Interval, patience.Time, cancellation);
        }

        return true;
    }
}
