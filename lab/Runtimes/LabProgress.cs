namespace Harness.Lab.Runtimes;

/// <summary>A step of a bring-up that has ended.</summary>
/// <param name="Step">What was done, in words.</param>
/// <param name="Elapsed">Since the bring-up began.</param>
public sealed record LabProgress(string Step, TimeSpan Elapsed);
