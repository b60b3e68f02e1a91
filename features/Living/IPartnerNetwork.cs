using Harness.Protocol.Names;
using Harness.Protocol.Resources;

namespace Harness.Features.Living;

/// <summary>
/// The network of a living partner. Every change completes when its routers have done what was asked, and may be asked
/// for again; one that is cancelled may have been done in part.
/// </summary>
public interface IPartnerNetwork
{
    /// <summary>
    /// Brings a feature up, or lets customer traffic back on one that was drained; done when it is in the network and
    /// may carry traffic (PRO-01).
    /// </summary>
    /// <param name="feature">By the partner's name, with what was negotiated; a BGP password in it is a secret.</param>
    /// <param name="account">The customer's account at the partner.</param>
    /// <param name="cancellation">Gives it up.</param>
    Task ActivateFeatureAsync(Feature feature, string account, CancellationToken cancellation);

    /// <summary>Moves customer traffic off a feature; done when none takes it any more (DFE-02, MIG-07, MNT-08).
    /// </summary>
    Task DrainFeatureAsync(FeatureName feature, CancellationToken cancellation);

    /// <summary>Takes a feature away.</summary>
    Task DeactivateFeatureAsync(FeatureName feature, CancellationToken cancellation);

    /// <summary>Has a key stand by: the router knows it and does not use it yet (MAC-10).</summary>
    /// <param name="key">By the partner's name. Its CAK is a secret (SEC-05).</param>
    /// <param name="cancellation">Gives it up.</param>
    Task InstallKeyAsync(MacSecKey key, CancellationToken cancellation);

    /// <summary>Done when the router is seen to use a key that stands by (MAC-13).</summary>
    Task AwaitKeyActiveAsync(MacSecKeyName key, CancellationToken cancellation);

    /// <summary>Takes a key away.</summary>
    Task RemoveKeyAsync(MacSecKeyName key, CancellationToken cancellation);
}
