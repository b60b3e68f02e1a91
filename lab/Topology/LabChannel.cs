namespace Harness.Lab.Topology;

/// <summary>A channel: a LAG between a device of either provider.</summary>
/// <param name="Id">Its id in the protocol, unique within its interconnect.</param>
/// <param name="First">The device of the first provider.</param>
/// <param name="Second">The device of the second provider.</param>
/// <param name="Members">How many wires the LAG has, 1 to 8.</param>
public sealed record LabChannel(string Id, LabDevice First, LabDevice Second, int Members);
