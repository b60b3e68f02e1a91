namespace Harness.Lab.Measuring.Capture;

/// <summary>A frame of a capture file.</summary>
/// <param name="At">When it was seen, by the clock of the machine that captured it.</param>
/// <param name="Data">What was kept of it, from the destination address on.</param>
/// <param name="Length">How long it was on the wire, in octets.</param>
public sealed record CapturedFrame(DateTimeOffset At, ReadOnlyMemory<byte> Data, int Length);
