using System.Net;

namespace Harness.Lab.Measuring.Meter;

/// <summary>A host at one end of a measurement.</summary>
/// <param name="Node">Its name.</param>
/// <param name="Address">The address that it sends from and receives at.</param>
public sealed record MeterEnd(string Node, IPAddress Address);
