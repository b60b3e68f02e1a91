using Harness.Protocol.Names;
using Harness.Reference.Network;

namespace Harness.Tests.Cli.Labs;

/// <summary>A network that says that it has drained, and has not.</summary>
internal sealed class WithoutDrain(INetwork inner) : INetwork
{
    public Task ActivateFeatureAsync(FeatureActivation activation, CancellationToken cancellation) =>
        inner.ActivateFeatureAsync(activation, cancellation);

    public Task DrainFeatureAsync(FeatureName feature, CancellationToken cancellation) => Task.CompletedTask;

    public Task RestoreFeatureAsync(FeatureName feature, CancellationToken cancellation) =>
        inner.RestoreFeatureAsync(feature, cancellation);

    public Task DeactivateFeatureAsync(FeatureName feature, CancellationToken cancellation) =>
        inner.DeactivateFeatureAsync(feature, cancellation);

    public Task InstallKeyAsync(KeyInstallation installation, CancellationToken cancellation) =>
        inner.InstallKeyAsync(installation, cancellation);

    public Task AwaitKeyActiveAsync(MacSecKeyName key, CancellationToken cancellation) =>
        inner.AwaitKeyActiveAsync(key, cancellation);

    public Task RemoveKeyAsync(MacSecKeyName key, CancellationToken cancellation) =>
        inner.RemoveKeyAsync(key, cancellation);
}
