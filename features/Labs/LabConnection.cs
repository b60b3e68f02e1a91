using Harness.Lab.Routers;
using Harness.Lab.Wiring;

namespace Harness.Features.Labs;

/// <summary>A connection that is in service on a lab.</summary>
/// <param name="Uuid">Id of the connection.</param>
/// <param name="Tenant">The customer.</param>
/// <param name="Interconnect">Id of the interconnect that it is on.</param>
/// <param name="Features">Both ends of the feature of each channel, in the order of the channels.</param>
public sealed record LabConnection(
    string Uuid,
    Tenant Tenant,
    string Interconnect,
    IReadOnlyList<(WiredChannel Channel, ChannelFeature First, ChannelFeature Second)> Features);
