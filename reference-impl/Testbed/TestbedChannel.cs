using Harness.Protocol.Names;
using Harness.Protocol.Resources;

namespace Harness.Reference.Testbed;

/// <summary>A channel of an interconnect.</summary>
/// <param name="Id">The agreed id.</param>
/// <param name="Device">Obfuscated id of the device that hosts it, served as it is (IXC-04).</param>
/// <param name="MacsecManager">Who rotates its keys (CHN-01).</param>
/// <param name="CrossConnectManager">Who owns its cross connects (CHN-01).</param>
/// <param name="AggregateGbps">Size of the channel, in Gbps.</param>
/// <param name="MemberGbps">Size of one member, in Gbps.</param>
/// <param name="Demarc">Where the cross connect ends; null where it is not told.</param>
/// <param name="AdminState">Whether the channel is disabled on purpose.</param>
public sealed record TestbedChannel(
    string Id,
    string Device,
    ProviderName MacsecManager,
    ProviderName CrossConnectManager,
    int AggregateGbps,
    int MemberGbps,
    string? Demarc,
    AdminState AdminState);
