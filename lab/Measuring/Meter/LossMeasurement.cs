using Harness.Lab.Runtimes;
using Harness.Lab.Waiting;

namespace Harness.Lab.Measuring.Meter;

/// <summary>A measurement that goes on; disposing it ends it without a result.</summary>
public sealed class LossMeasurement : IAsyncDisposable
{
    private readonly RunningMeter _first;
    private readonly RunningMeter _second;
    private readonly Patience _patience;

    internal LossMeasurement(RunningMeter first, RunningMeter second, Patience patience, long began)
    {
        Began = began;
        _first = first;
        _second = second;
        _patience = patience;
    }

    /// <summary>Time stamp of the patience's clock when both ends had been told to begin. They look for it twenty times
    /// a second: by so much is what they measured later than what is told by this clock.</summary>
    public long Began { get; }

    /// <summary>Waits until both ends have sent at least that many packets.</summary>
    /// <exception cref="LabException">They have not within the deadline.</exception>
    public Task SentAsync(long packets, TimeSpan deadline, CancellationToken cancellation) =>
        Task.WhenAll(new[] { _first, _second }.Select(end => end.ToldAsync(
            $"of {packets} packets",
            line => line.Sent >= packets,
            _patience with { Deadline = deadline },
            cancellation)));

    /// <summary>
    /// Ends it. Both ends stop to send before either stops to receive; what is on its way for longer than a quiet
    /// while is lost.
    /// </summary>
    /// <exception cref="LabException">An end does not answer.</exception>
    public async Task<TwoWayLoss> StopAsync(CancellationToken cancellation)
    {
        RunningMeter[] ends = [_first, _second];
        await Task.WhenAll(ends.Select(end => end.TellAsync("stop", cancellation)));
        var told = await Task.WhenAll(ends.Select(end => end.ToldAsync(
            "that it ceased to send", line => line.Ended is not null, _patience, cancellation)));
        var arrived = await Task.WhenAll(ends.Select(end => end.ArrivalsAsync(_patience.Deadline, cancellation)));
        return new TwoWayLoss(MeasuredWay.Read(told[0], arrived[1]), MeasuredWay.Read(told[1], arrived[0]));
    }

    public async ValueTask DisposeAsync()
    {
        await _first.DisposeAsync();
        await _second.DisposeAsync();
    }
}
