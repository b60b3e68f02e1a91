namespace Harness.Certification.Bindings;

/// <summary>A step that is not written yet: an error of the harness, never a pass. As in Reqnroll.</summary>
public sealed class PendingStepException() : Exception("This step is not written yet");
