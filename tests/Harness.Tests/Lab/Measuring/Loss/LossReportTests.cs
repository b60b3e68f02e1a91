using FsCheck.Fluent;
using Harness.Lab.Measuring.Loss;
using NUnit.Framework;

namespace Harness.Tests.Lab.Measuring.Loss;

public sealed class LossReportTests
{
    [Test]
    public void Nothing_lost_is_told_as_such() => Assert.That(
        $"{Report(3, 3, (0, 1), (1, 2), (2, 3))}",
        Is.EqualTo("3 sent, 3 received, 0 lost (0 in a row), 0 reordered, 0 twice, longest gap 1 ms"));

    [Test]
    public void Lost_packets_are_counted_and_so_is_the_longest_run_of_them()
    {
        var report = Report(10, 10, (0, 0), (2, 2), (6, 6), (7, 7));

        Assert.That((report.Lost, report.LongestLoss), Is.EqualTo((6, 3)));
    }

    [Test]
    public void Packets_lost_at_the_end_count_and_their_silence_is_a_gap()
    {
        var report = Report(10, 100, (0, 0), (1, 1));

        Assert.That((report.Lost, report.LongestLoss), Is.EqualTo((8, 8)));
        Assert.That(report.LongestGap.TotalMilliseconds, Is.EqualTo(99));
    }

    [Test]
    public void A_silence_at_the_beginning_is_a_gap() =>
        Assert.That(Report(2, 60, (0, 50), (1, 60)).LongestGap.TotalMilliseconds, Is.EqualTo(50));

    [Test]
    public void Nothing_received_is_one_gap()
    {
        var report = Report(5, 40);

        Assert.That((report.Lost, report.LongestLoss, report.LongestGap.TotalMilliseconds), Is.EqualTo((5, 5, 40)));
    }

    [Test]
    public void A_packet_that_a_later_one_overtook_is_reordered_and_not_lost()
    {
        var report = Report(4, 4, (0, 0), (3, 1), (1, 2), (2, 3));

        Assert.That((report.Lost, report.Reordered), Is.EqualTo((0, 2)));
    }

    [Test]
    public void A_packet_that_came_twice_makes_up_for_no_other()
    {
        var report = Report(3, 4, (0, 0), (1, 1), (1, 2));

        Assert.That((report.Lost, report.Duplicates, report.Reordered), Is.EqualTo((1, 1, 0)));
    }

    [TestCase(-1)]
    [TestCase(3)]
    public void A_packet_that_was_not_sent_is_no_measurement(long number) => Assert.That(
        () => Report(3, 4, (number, 1)), Throws.ArgumentException.With.Message.Contains($"Packet {number} arrived"));

    [Test]
    public void What_is_sent_is_received_or_lost_in_whatever_order_it_comes() => FsCheck.Check.QuickThrowOnFailure(
        Prop.ForAll(Gen.Choose(0, 19).ArrayOf().ToArbitrary(), numbers =>
        {
            var report = LossReport.Of(20, numbers.Select((it, at) => new Arrival(it, TimeSpan.FromMilliseconds(at))),
                TimeSpan.FromMilliseconds(numbers.Length));
            return report.Received == numbers.Distinct().Count() && report.Received + report.Lost == 20
                && report.Received + report.Duplicates == numbers.Length && report.LongestLoss <= report.Lost;
        }));

    private static LossReport Report(long sent, int until, params (long Number, int At)[] arrivals) => LossReport.Of(
        sent,
        arrivals.Select(it => new Arrival(it.Number, TimeSpan.FromMilliseconds(it.At))),
        TimeSpan.FromMilliseconds(until));
}
