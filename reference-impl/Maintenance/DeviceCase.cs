using Harness.Protocol.Names;
using Harness.Reference.Testbed;

namespace Harness.Reference.Maintenance;

/// <summary>An interconnect of which to decide whether it matters for a device's maintenance.</summary>
/// <param name="Channel">The channel whose maintenance is asked for.</param>
/// <param name="Device">The device that hosts it.</param>
/// <param name="Name">Name of the interconnect.</param>
/// <param name="Interconnect">The interconnect.</param>
public sealed record DeviceCase(
    ChannelName Channel, string Device, InterconnectName Name, TestbedInterconnect Interconnect);
