namespace Harness.Certification.Running;

/// <summary>Takes no notice.</summary>
public sealed class SilentListener : IRunListener;
