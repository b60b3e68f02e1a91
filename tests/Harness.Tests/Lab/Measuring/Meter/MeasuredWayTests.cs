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
        var way = MeasuredWay.Read(_sender, ArrivalsFile.Of((0, Begun + 1_000_000), (2, Begun + 3_000_000)));

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
    public void Parts_share_no_packet_and_leave_none_out()
    {
        var way = Way(sent: 10, lost: [3, 4, 7]);

        var parts = new[] { way.Between(At(-1), At(3.5)), way.Between(At(3.5), At(7)), way.Between(At(7), At(99)) };

        Assert.Multiple(() =>
        {
            Assert.That(parts.Select(part => part?.Sent), Is.EqualTo(new long?[] { 3, 4, 3 }));
            Assert.That(parts.Select(part => part?.Lost), Is.EqualTo(new long?[] { 0, 2, 1 }));
            Assert.That(parts.Sum(part => part!.Sent), Is.EqualTo(way.Loss.Sent));
            Assert.That(parts.Sum(part => part!.Lost), Is.EqualTo(way.Loss.Lost));
        });
    }

    [Test]
    public void A_part_has_the_gaps_that_were_within_it()
    {
        var way = Way(sent: 10, lost: [3, 4]);

        Assert.That(way.Between(At(0), At(3))?.LongestGap, Is.EqualTo(At(1.25)), "until the first arrived");
        Assert.That(way.Between(At(0), At(7))?.LongestGap, Is.EqualTo(At(3)));
        Assert.That(way.Between(At(4), At(7))?.LongestGap, Is.EqualTo(At(2.25)), "since the part began");
    }

    [Test]
    public void A_part_in_which_nothing_arrived_is_a_gap_as_long_as_it() =>
        Assert.That(Way(sent: 10, lost: [3, 4]).Between(At(3), At(5))?.LongestGap, Is.EqualTo(At(2)));

    [TestCase(-3, 0)]
    [TestCase(10, 12)]
    [TestCase(5, 5)]
    public void A_part_without_packets_has_no_report(double from, double to) =>
        Assert.That(Way(sent: 10, lost: []).Between(At(from), At(to)), Is.Null);

    [Test]
    public void A_measurement_without_packets_has_no_parts() => Assert.That(
        new MeasuredWay(TimeSpan.Zero, [], LossReport.Of(0, [], TimeSpan.Zero)).Between(At(0), At(1)), Is.Null);

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

    // A packet at the end of each second, and a quarter of a second on its way.
    private static MeasuredWay Way(int sent, int[] lost)
    {
        Arrival[] arrivals =
        [
            .. Enumerable.Range(0, sent).Except(lost).Select(number => new Arrival(number, At(number + 1.25))),
        ];
        return new MeasuredWay(At(sent), arrivals, LossReport.Of(sent, arrivals, At(sent)));
    }

    private static TimeSpan At(double seconds) => TimeSpan.FromSeconds(seconds);
}
