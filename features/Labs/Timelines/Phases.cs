using Harness.Lab.Measuring.Loss;
using Harness.Lab.Pictures;

namespace Harness.Features.Labs.Timelines;

/// <summary>Shares what was measured out among the phases of a scenario.</summary>
internal static class Phases
{
    /// <summary>The phases, by the time since the first of them began.</summary>
    /// <param name="begun">When each began, in the order of time; each ends where the next begins.</param>
    /// <param name="measured">The traffic. Every packet counts in the phase in which it was due.</param>
    /// <param name="end">When the last ended.</param>
    public static IReadOnlyList<TimelinePhase> Of(
        IReadOnlyList<(TimeSpan At, string Name)> begun, IReadOnlyList<MeasuredTraffic> measured, TimeSpan end) =>
    [
        .. begun.Zip(
            begun.Skip(1).Select(next => next.At).Append(end),
            (phase, to) => new TimelinePhase(
                phase.Name, phase.At - begun[0].At, to - begun[0].At, [.. Losses(measured, phase.At, to)])),
    ];

    private static IEnumerable<(string Direction, LossReport Report)> Losses(
        IEnumerable<MeasuredTraffic> measured, TimeSpan begin, TimeSpan end) =>
        from traffic in measured
        let report = traffic.Way.Between(begin - traffic.Began, end - traffic.Began)
        where report is not null
        select (traffic.Direction, report);
}
