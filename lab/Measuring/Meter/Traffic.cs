namespace Harness.Lab.Measuring.Meter;

/// <summary>The traffic that loss is measured with, the same in both directions.</summary>
/// <param name="PacketsPerSecond">How many packets each way.</param>
/// <param name="PayloadOctets">Payload of each UDP packet, at least 8.</param>
/// <param name="Flows">On how many pairs of ports, so that every path carries some.</param>
public sealed record Traffic(int PacketsPerSecond, int PayloadOctets, int Flows)
{
    /// <summary>1000 packets a second of 200 octets in 64 flows.</summary>
    public static Traffic Ordinary { get; } = new(1000, 200, 64);
}
