using Harness.Protocol.Names;

namespace Harness.Reference.Network;

/// <summary>A network that does whatever it is asked after a set delay.</summary>
/// <param name="delay">How long the routers take; zero for at once.</param>
/// <param name="technicalTime">Measures the delay; not the protocol's clock.</param>
public sealed class SimulatedNetwork(TimeSpan delay, TimeProvider technicalTime) : INetwork
{
    public Task ActivateFeatureAsync(FeatureActivation activation, CancellationToken cancellation) =>
        WorkAsync(cancellation);

    /// <summary>There is no traffic to move.</summary>
    public Task DrainFeatureAsync(FeatureName feature, CancellationToken cancellation) => Task.CompletedTask;

    public Task RestoreFeatureAsync(FeatureName feature, CancellationToken cancellation) => Task.CompletedTask;

    public Task DeactivateFeatureAsync(FeatureName feature, CancellationToken cancellation) =>
        WorkAsync(cancellation);

    public Task InstallKeyAsync(KeyInstallation installation, CancellationToken cancellation) =>
        WorkAsync(cancellation);

    public Task AwaitKeyActiveAsync(MacSecKeyName key, CancellationToken cancellation) => WorkAsync(cancellation);

    public Task RemoveKeyAsync(MacSecKeyName key, CancellationToken cancellation) => WorkAsync(cancellation);

    private Task WorkAsync(CancellationToken cancellation) =>
        delay > TimeSpan.Zero ? Task.Delay(delay, technicalTime, cancellation) : Task.CompletedTask;
}
