namespace Harness.Lab.Runtimes;

/// <summary>Something that a runtime lacks on this machine.</summary>
/// <param name="What">What was looked for, and what was found instead.</param>
/// <param name="Remedy">What to do about it, such as a package to install.</param>
/// <param name="Feature">The kernel feature that is lacking; null when it is something else.</param>
public sealed record LabLack(string What, string Remedy, KernelFeature? Feature = null);
