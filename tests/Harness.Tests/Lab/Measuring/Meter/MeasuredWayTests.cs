using System.Buffers.Binary;
using Harness.Lab.Measuring.Loss;
using Harness.Lab.Measuring.Meter;
using Harness.Lab.Runtimes;
using NUnit.Framework;

namespace Harness.Tests.Lab.Measuring.Meter;

public sealed class MeasuredWayTests
{
    private const long Begun = 7_000_000_000;
    private static readonly MeterLine _sender = new(3, Begun, Begun + 2_000_000_000);

    [Test]
    public void Arrivals_are_told_since_the_sending_began()
    {
        var way = MeasuredWay.Read(_sender, File((0, Begun + 1_000_000), (2, Begun + 3_000_000)));

        Assert.Multiple(() =>
        {
            Assert.That(way.Arrivals, Is.EqualTo([
                new Arrival(0, TimeSpan.FromMilliseconds(1)), new Arrival(2, TimeSpan.FromMilliseconds(3)),
            ]));
            Assert.That(way.Loss.Lost, Is.EqualTo(1));
            Assert.That(way.PacketsPerSecond, Is.EqualTo(1.5));
        });
    }

    [Test]
    public void A_silence_up_to_the_end_of_the_sending_is_a_gap() =>
        Assert.That(MeasuredWay.Read(_sender, []).Loss.LongestGap, Is.EqualTo(TimeSpan.FromSeconds(2)));

    [Test]
    public void A_file_that_ends_within_an_arrival_is_refused() =>
        Assert.That(() => MeasuredWay.Read(_sender, new byte[17]), Throws.TypeOf<LabException>());

    [Test]
    public void Only_whole_lines_of_a_meter_are_read() =>
        Assert.That(
            MeterLine.ReadAll("{\"sent\": 0}\n{\"sent\": 9, \"begun\": 1, \"ended\": 2}\n{\"sen"),
            Is.EqualTo([new MeterLine(0), new MeterLine(9, 1, 2)]));

    [Test]
    public void What_is_no_line_of_a_meter_is_told() =>
        Assert.That(
            () => MeterLine.ReadAll("Traceback\n").ToArray(),
            Throws.TypeOf<LabException>().With.Message.Contains("Traceback"));

    private static byte[] File(params (long Number, long At)[] arrivals)
    {
        var file = new byte[16 * arrivals.Length];
        foreach (var (index, (number, at)) in arrivals.Index())
        {
            BinaryPrimitives.WriteInt64LittleEndian(file.AsSpan(16 * index), number);
            BinaryPrimitives.WriteInt64LittleEndian(file.AsSpan((16 * index) + 8), at);
        }

        return file;
    }
}
