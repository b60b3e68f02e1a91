using Harness.Features.Target.Hooks;

namespace Harness.Features.World;

/// <summary>What a customer sees of a connection at the target's portal.</summary>
/// <param name="BandwidthMbps">Bandwidth in Mbps; null where it is no number.</param>
/// <param name="Verification"><c>VERIFIED</c> or <c>UNVERIFIED</c>; null where the portal does not tell.</param>
/// <param name="UpdateState">
/// <c>IN_PROGRESS</c>, <c>DONE</c> or <c>REFUSED</c>; null where the portal does not tell.
/// </param>
/// <param name="Failure">Why an accepted connection could not be made; null where it could, or may yet.</param>
public sealed record PortalView(long? BandwidthMbps, string? Verification, string? UpdateState, string? Failure)
{
    /// <summary>Reads what the hook has brought back.</summary>
    public static PortalView Of(HookOutcome.Done seen) => new(
        seen.Number("bandwidthMbps"), seen.Text("verificationState"), seen.Text("updateState"), seen.Text("failure"));
}
