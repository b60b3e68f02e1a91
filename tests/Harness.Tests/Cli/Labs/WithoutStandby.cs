using System.Collections.Concurrent;
using Harness.Protocol.Names;
using Harness.Reference.Network;

namespace Harness.Tests.Cli.Labs;

/// <summary>A network that installs a key only when it is to be used: the other end sends under it before that.
/// </summary>
internal sealed class WithoutStandby(INetwork inner) : INetwork
{
    private readonly ConcurrentDictionary<MacSecKeyName, KeyInstallation> kept = new();

    public Task ActivateFeatureAsync(FeatureActivation activation, CancellationToken cancellation) =>
        inner.ActivateFeatureAsync(activation, cancellation);

    public Task DrainFeatureAsync(FeatureName feature, CancellationToken cancellation) =>
        inner.DrainFeatureAsync(feature, cancellation);

    public Task RestoreFeatureAsync(FeatureName feature, CancellationToken cancellation) =>
        inner.RestoreFeatureAsync(feature, cancellation);

    public Task DeactivateFeatureAsync(FeatureName feature, CancellationToken cancellation) =>
        inner.DeactivateFeatureAsync(feature, cancellation);

    public Task InstallKeyAsync(KeyInstallation installation, CancellationToken cancellation)
    {
        kept[installation.Key] = installation;
        return Task.CompletedTask;
    }

    public async Task AwaitKeyActiveAsync(MacSecKeyName key, CancellationToken cancellation)
    {
        if (kept.TryGetValue(key, out var installation))
            await inner.InstallKeyAsync(installation, cancellation);
        await inner.AwaitKeyActiveAsync(key, cancellation);
    }

    public Task RemoveKeyAsync(MacSecKeyName key, CancellationToken cancellation) =>
        inner.RemoveKeyAsync(key, cancellation);
}
