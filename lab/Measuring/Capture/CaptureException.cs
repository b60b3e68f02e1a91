namespace Harness.Lab.Measuring.Capture;

/// <summary>A file that is no capture of Ethernet frames; the message says what was found.</summary>
public sealed class CaptureException(string message) : Exception(message);
