namespace Harness.Lab.Measuring.Loss;

/// <summary>A numbered packet that arrived.</summary>
/// <param name="Number">Its number, from 0.</param>
/// <param name="At">When, since the measurement began.</param>
public readonly record struct Arrival(long Number, TimeSpan At);
