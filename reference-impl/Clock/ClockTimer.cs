namespace Harness.Reference.Clock;

/// <summary>A timer of a <see cref="ControllableClock"/>.</summary>
internal sealed class ClockTimer(ControllableClock clock, TimerCallback callback, object? state) : ITimer
{
    private TimeSpan period = Timeout.InfiniteTimeSpan;

    public DateTimeOffset Due { get; set; }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        this.period = period;
        clock.Schedule(this, dueTime);
        return true;
    }

    public void Fire()
    {
        if (period > TimeSpan.Zero)
            clock.Schedule(this, period);
        callback(state);
    }

    public void Dispose() => clock.Remove(this);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
