namespace Harness.Reference.Portal;

/// <summary>How far a customer's update is.</summary>
/// <param name="State"><c>IN_PROGRESS</c>, <c>DONE</c> or <c>REFUSED</c>.</param>
/// <param name="BandwidthMbps">What the update asks for, in Mbps.</param>
public sealed record PortalUpdate(string State, int BandwidthMbps);
