namespace Harness.Reference.Clock;

/// <summary>
/// A protocol clock that stands still until it is advanced, so that 1 h 59 m 59 s against 2 h is exact
/// (MAC-04). Timers fire when the clock passes them.
/// </summary>
public sealed class ControllableClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<ClockTimer> timers = [];
    private DateTimeOffset now = start.ToUniversalTime();

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
            return now;
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ClockTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock on and fires every timer that came due, in order of their due times.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="by"/> is negative or leads past year 9999.
    /// </exception>
    /// <returns>The new time.</returns>
    public DateTimeOffset Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        DateTimeOffset target;
        lock (gate)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(by, DateTimeOffset.MaxValue - now);
            target = now + by;
        }

        while (TakeDue(target) is { } due)
            due.Fire();
        return target;
    }

    internal void Schedule(ClockTimer timer, TimeSpan dueTime)
    {
        lock (gate)
        {
            timers.Remove(timer);
            if (dueTime == Timeout.InfiniteTimeSpan)
                return;
            timer.Due = now + dueTime;
            timers.Add(timer);
        }

        if (dueTime <= TimeSpan.Zero)
            Advance(TimeSpan.Zero);
    }

    internal void Remove(ClockTimer timer)
    {
        lock (gate)
            timers.Remove(timer);
    }

    private ClockTimer? TakeDue(DateTimeOffset target)
    {
        lock (gate)
        {
            var due = timers.Where(timer => timer.Due <= target).MinBy(timer => timer.Due);
            now = due is null ? Later(now, target) : Later(now, due.Due);
            if (due is not null)
                timers.Remove(due);
            return due;
        }
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
