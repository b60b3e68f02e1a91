namespace Harness.Tests.Features.World;

/// <summary>Time in which pauses of up to a minute are over at once; deadlines come as these add up.</summary>
internal sealed class HastyTime : TimeProvider
{
    private readonly List<HastyTimer> waiting = [];
    private TimeSpan elapsed;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => elapsed.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new HastyTimer(elapsed + dueTime, () => callback(state));
        waiting.Add(timer);
        if (dueTime <= TimeSpan.FromMinutes(1))
            elapsed += dueTime;
        foreach (var due in waiting.Where(it => it.Due <= elapsed).ToList())
        {
            waiting.Remove(due);
            ThreadPool.QueueUserWorkItem(_ => due.Fire());
        }

        return timer;
    }

    private sealed class HastyTimer(TimeSpan due, Action fire) : ITimer
    {
        private volatile bool gone;

        public TimeSpan Due => due;

        public void Fire()
        {
            if (!gone)
                fire();
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => false;

        public void Dispose() => gone = true;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
