namespace Harness.Lab.Waiting;

/// <summary>How long and how often to look.</summary>
/// <param name="Deadline">Longest wait.</param>
/// <param name="Interval">Pause between two looks.</param>
/// <param name="Time">Clock of the wait: a real one.</param>
public sealed record Patience(TimeSpan Deadline, TimeSpan Interval, TimeProvider Time);
