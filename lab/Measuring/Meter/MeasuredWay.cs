using System.Buffers.Binary;
using Harness.Lab.Measuring.Loss;
using Harness.Lab.Runtimes;

namespace Harness.Lab.Measuring.Meter;

/// <summary>One direction of a measurement.</summary>
/// <param name="Duration">How long packets were sent.</param>
/// <param name="Arrivals">All that arrived, in the order of arrival; times are since the first packet was due.</param>
/// <param name="Loss">What became of them.</param>
public sealed record MeasuredWay(TimeSpan Duration, IReadOnlyList<Arrival> Arrivals, LossReport Loss)
{
    private const int RecordOctets = 16;
    private const int NanosecondsPerTick = 100;

    /// <summary>The rate that came about, in packets a second.</summary>
    public double PacketsPerSecond => Duration > TimeSpan.Zero ? Loss.Sent / Duration.TotalSeconds : 0;

    /// <summary>
    /// What became of the packets that were due in a part of the measurement. Parts that follow on each other share no
    /// packet and leave none out; a gap over a boundary counts in either part for as long as it lasted there.
    /// </summary>
    /// <param name="from">When the part began, since the first packet was due.</param>
    /// <param name="to">When it ended.</param>
    /// <returns>Null where no packet was due in it.</returns>
    public LossReport? Between(TimeSpan from, TimeSpan to)
    {
        var (first, end) = (DueBefore(from), DueBefore(to));
        if (first >= end)
            return null;
        var began = from > TimeSpan.Zero ? from : TimeSpan.Zero;
        var length = (to < Duration ? to : Duration) - began;
        return LossReport.Of(
            end - first,
            Arrivals.Where(arrival => arrival.Number >= first && arrival.Number < end)
                .Select(arrival => new Arrival(arrival.Number - first, Within(arrival.At - began, length))),
            length);
    }

    // The last packets of a part are still on their way when it ends.
    private static TimeSpan Within(TimeSpan at, TimeSpan length) => at < length ? at : length;

    // The meter sends at an even rate, and catches up after a stall.
    private long DueBefore(TimeSpan at) =>
        Duration <= TimeSpan.Zero ? 0 : (long)(Loss.Sent * Math.Clamp(at / Duration, 0, 1));

    /// <summary>Reads what both ends left.</summary>
    /// <param name="sender">The sender's last line.</param>
    /// <param name="arrivals">The receiver's file.</param>
    /// <exception cref="LabException">It is not what <c>meter.py</c> writes.</exception>
    internal static MeasuredWay Read(MeterLine sender, ReadOnlySpan<byte> arrivals)
    {
        var (begun, ended) = (sender.Begun ?? 0, sender.Ended ?? 0);
        if (arrivals.Length % RecordOctets != 0)
            throw new LabException($"Expected arrivals of {RecordOctets} octets each, found {arrivals.Length} octets");
        var read = new List<Arrival>();
        for (; arrivals.Length > 0; arrivals = arrivals[RecordOctets..])
        {
            var at = BinaryPrimitives.ReadInt64LittleEndian(arrivals[8..]) - begun;
            read.Add(new Arrival(
                BinaryPrimitives.ReadInt64LittleEndian(arrivals), TimeSpan.FromTicks(at / NanosecondsPerTick)));
        }

        var duration = TimeSpan.FromTicks((ended - begun) / NanosecondsPerTick);
        return new MeasuredWay(duration, read, LossReport.Of(sender.Sent, read, duration));
    }
}
