using Harness.Lab.Pictures;
using Harness.Lab.Wiring;

namespace Harness.Features.Labs.Timelines;

/// <summary>Somebody has done something to a channel, or has taken it back.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Tenant">The customer whose feature it was done to; null where it was the channel itself.</param>
/// <param name="By">Who says so, and of what: a later change by the same one takes the place of an earlier.</param>
/// <param name="State">What the channel is because of that; null where nothing is left of it.</param>
public sealed record ChannelChange(WiredChannel Channel, Tenant? Tenant, string By, ChannelState? State);
