namespace Harness.Lab.Runtimes;

/// <summary>The lab itself failed, as opposed to what runs on it; the message says why, and what to do.</summary>
public sealed class LabException(string message, Exception? inner = null) : Exception(message, inner);
