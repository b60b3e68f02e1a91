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
