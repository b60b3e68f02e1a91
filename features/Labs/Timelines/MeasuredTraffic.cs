using Harness.Lab.Measuring.Meter;

namespace Harness.Features.Labs.Timelines;

/// <summary>One direction of traffic that was measured during a scenario.</summary>
/// <param name="Began">When, since the scenario began.</param>
/// <param name="Direction">From where to where, in words.</param>
/// <param name="Way">What became of it.</param>
public sealed record MeasuredTraffic(TimeSpan Began, string Direction, MeasuredWay Way);
