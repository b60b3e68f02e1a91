using Harness.Protocol.Names;

namespace Harness.Reference.Network;

/// <summary>
/// The provider's own network. Every call completes when the routers have done what was asked, and may be
/// repeated: asking twice for the same is as good as once.
/// </summary>
public interface INetwork
{
    /// <summary>Brings a feature up, or to other parameters; done when it is in the network (PRO-01).</summary>
    Task ActivateFeatureAsync(FeatureActivation activation, CancellationToken cancellation);

    /// <summary>
    /// Moves customer traffic off a feature that is about to go, or whose channel is about to be maintained: its
    /// routes lose preference in both directions; done when no packet takes them any more (DFE-02, MIG-07, MNT-08).
    /// </summary>
    Task DrainFeatureAsync(FeatureName feature, CancellationToken cancellation);

    /// <summary>Lets customer traffic back on a feature that was drained and stays (MNT-08).</summary>
    Task RestoreFeatureAsync(FeatureName feature, CancellationToken cancellation);

    /// <summary>Takes a feature away.</summary>
    Task DeactivateFeatureAsync(FeatureName feature, CancellationToken cancellation);

    /// <summary>Installs a key in standby: the router knows it and does not use it yet (MAC-10).</summary>
    Task InstallKeyAsync(KeyInstallation installation, CancellationToken cancellation);

    /// <summary>Done when the router is seen to use the key (MAC-13).</summary>
    Task AwaitKeyActiveAsync(MacSecKeyName key, CancellationToken cancellation);

    /// <summary>Takes a key away that is not in use.</summary>
    Task RemoveKeyAsync(MacSecKeyName key, CancellationToken cancellation);
}
