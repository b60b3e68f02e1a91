namespace Harness.Certification.Running;

/// <summary>
/// A deadline that can be held: while it is, no time runs off it. Code that waits for what takes long by nature (a
/// person, two hours of a target's clock) holds it and keeps a deadline of its own. Safe for several threads.
/// </summary>
internal sealed class Deadline : IDisposable
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _source;
    private readonly TimeProvider _time;
    private readonly bool _endless;
    private TimeSpan _left;
    private long _since;
    private int _held;
    private bool _disposed;

    /// <param name="limit">How long it lets; null for ever.</param>
    /// <param name="time">Measures it.</param>
    public Deadline(TimeSpan? limit, TimeProvider time)
    {
        _time = time;
        _endless = limit is null;
        _left = limit ?? Timeout.InfiniteTimeSpan;
        _since = time.GetTimestamp();
        _source = new CancellationTokenSource(_left, time);
    }

    /// <summary>Ends when the deadline is over.</summary>
    public CancellationToken Token => _source.Token;

    public bool IsOver => _source.IsCancellationRequested;

    /// <summary>Stops it until <see cref="Release"/>, which every hold needs one of.</summary>
    public void Hold()
    {
        lock (_gate)
        {
            if (_held++ > 0 || _endless || _disposed || IsOver)
                return;
            _left -= _time.GetElapsedTime(_since);
            _source.CancelAfter(Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Lets it run on with what was left of it.</summary>
    public void Release()
    {
        lock (_gate)
        {
            if (--_held > 0 || _endless || _disposed || IsOver)
                return;
            _since = _time.GetTimestamp();
            _source.CancelAfter(_left > TimeSpan.Zero ? _left : TimeSpan.Zero);
        }
    }

    public void Dispose()
    {
        lock (_gate)
            _disposed = true;
        _source.Dispose();
    }
}
