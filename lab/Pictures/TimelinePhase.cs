using Harness.Lab.Measuring.Loss;

namespace Harness.Lab.Pictures;

/// <summary>A part of a measurement.</summary>
/// <param name="Name">What happened in it.</param>
/// <param name="From">When it began.</param>
/// <param name="To">When it ended.</param>
/// <param name="Losses">What the loss meter found, by direction in words; empty where it did not run.</param>
public sealed record TimelinePhase(
    string Name, TimeSpan From, TimeSpan To, IReadOnlyList<(string Direction, LossReport Report)> Losses);
