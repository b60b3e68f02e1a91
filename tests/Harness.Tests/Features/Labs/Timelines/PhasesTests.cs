using Harness.Features.Labs.Timelines;
using Harness.Lab.Measuring.Loss;
using Harness.Lab.Measuring.Meter;
using NUnit.Framework;

namespace Harness.Tests.Features.Labs.Timelines;

public sealed class PhasesTests
{
    // Ten packets in ten seconds from the fifth on; those due in the eighth and ninth second are lost.
    private static readonly MeasuredTraffic Traffic = new(At(5), "here to there", Way(10, lost: [7, 8]));

    [Test]
    public void A_phase_ends_where_the_next_begins_and_time_counts_from_the_first()
    {
        var phases = Phases.Of([(At(4), "before"), (At(7), "cut")], [], At(9));

        Assert.That(phases.Select(phase => (phase.Name, phase.From, phase.To)), Is.EqualTo(new[]
        {
            ("before", At(0), At(3)), ("cut", At(3), At(5)),
        }));
        Assert.That(phases.SelectMany(phase => phase.Losses), Is.Empty);
    }

    [Test]
    public void Every_packet_counts_in_one_phase()
    {
        var phases = Phases.Of([(At(4), "before"), (At(12), "cut"), (At(14), "after")], [Traffic], At(20));

        var losses = phases.Select(phase => phase.Losses.Single()).ToArray();
        Assert.Multiple(() =>
        {
            Assert.That(losses.Select(loss => loss.Direction), Is.All.EqualTo("here to there"));
            Assert.That(losses.Select(loss => loss.Report.Sent), Is.EqualTo(new long[] { 7, 2, 1 }));
            Assert.That(losses.Select(loss => loss.Report.Lost), Is.EqualTo(new long[] { 0, 2, 0 }));
            Assert.That(losses[1].Report.LongestGap, Is.EqualTo(At(2)));
        });
    }

    [Test]
    public void A_phase_without_traffic_tells_of_no_loss()
    {
        var phases = Phases.Of([(At(0), "none yet"), (At(5), "traffic"), (At(15), "none any more")], [Traffic], At(20));

        Assert.That(phases.Select(phase => phase.Losses.Count), Is.EqualTo(new[] { 0, 1, 0 }));
    }

    private static MeasuredWay Way(int sent, int[] lost)
    {
        Arrival[] arrivals =
            [.. Enumerable.Range(0, sent).Except(lost).Select(number => new Arrival(number, At(number + 1)))];
        return new MeasuredWay(At(sent), arrivals, LossReport.Of(sent, arrivals, At(sent)));
    }

    private static TimeSpan At(double seconds) => TimeSpan.FromSeconds(seconds);
}
