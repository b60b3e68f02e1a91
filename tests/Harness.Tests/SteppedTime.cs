namespace Harness.Tests;

/// <summary>Time that stands still until it is advanced; timers that come due by that fire before it returns.</summary>
internal sealed class SteppedTime : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<SteppedTimer> timers = [];
    private readonly TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TimeSpan elapsed;

    /// <summary>Waits up to this long are over at once: time passes by itself as far as they reach.</summary>
    public TimeSpan PassesBy { get; init; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => elapsed.Ticks;

    public void Advance(TimeSpan by)
    {
        List<SteppedTimer> due;
        lock (gate)
        {
            elapsed += by;
            due = [.. timers.Where(timer => timer.Due <= elapsed)];
            foreach (var timer in due)
                timer.Due = TimeSpan.MaxValue;
        }

        due.ForEach(timer => timer.Fire());
    }

    /// <summary>Waits, in real time, until somebody waits for this one.</summary>
    public async Task WaitForTimersAsync(TimeSpan deadline)
    {
        using var end = new CancellationTokenSource(deadline, System);
        await asked.Task.WaitAsync(end.Token);
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SteppedTimer(this, () => callback(state));
        lock (gate)
            timers.Add(timer);
        timer.Change(dueTime, period);
        asked.TrySetResult();
        return timer;
    }

    private sealed class SteppedTimer(SteppedTime time, Action fire) : ITimer
    {
        public TimeSpan Due { get; set; } = TimeSpan.MaxValue;

        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time.gate)
                Due = dueTime == Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : time.elapsed + dueTime;
            // Not before whoever waits has the timer.
            if (dueTime > TimeSpan.Zero && dueTime <= time.PassesBy)
                ThreadPool.QueueUserWorkItem(_ => time.Advance(dueTime));
            return true;
        }

        public void Dispose()
        {
            lock (time.gate)
                time.timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
