using System.Collections.Concurrent;
using Harness.Protocol.Names;
using Harness.Reference.Network;

namespace Harness.Tests.Cli.Labs;

/// <summary>A network that leaves steps out and says that they are done.</summary>
/// <param name="inner">Does what is not left out.</param>
internal sealed class SkippingNetwork(INetwork inner) : INetwork
{
    // Longer than the other end takes to begin to send under a key that it was given.
    private static readonly TimeSpan _late = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<MacSecKeyName, KeyInstallation> _standby = new();

    /// <summary>A feature is FINAL without being in the network (PRO-07).</summary>
    public bool SkipsActivation { get; init; }

    /// <summary>Nothing is drained (DFE-02, MIG-07, MNT-08).</summary>
    public bool SkipsDrain { get; init; }

    /// <summary>
    /// Channels whose keys are given to the other end before they are on the router, which gets them when the other
    /// end sends under them already (MAC-10, MAC-19).
    /// </summary>
    public Func<ChannelName, bool> SkipsStandby { get; init; } = _ => false;

    public Task ActivateFeatureAsync(FeatureActivation activation, CancellationToken cancellation) =>
        SkipsActivation ? Task.CompletedTask : inner.ActivateFeatureAsync(activation, cancellation);

    public Task DrainFeatureAsync(FeatureName feature, CancellationToken cancellation) =>
        SkipsDrain ? Task.CompletedTask : inner.DrainFeatureAsync(feature, cancellation);

    public Task RestoreFeatureAsync(FeatureName feature, CancellationToken cancellation) =>
        inner.RestoreFeatureAsync(feature, cancellation);

    public Task DeactivateFeatureAsync(FeatureName feature, CancellationToken cancellation) =>
        inner.DeactivateFeatureAsync(feature, cancellation);

    public async Task InstallKeyAsync(KeyInstallation installation, CancellationToken cancellation)
    {
        if (SkipsStandby(installation.Key.Channel))
            _standby[installation.Key] = installation;
        else
            await inner.InstallKeyAsync(installation, cancellation);
    }

    public async Task AwaitKeyActiveAsync(MacSecKeyName key, CancellationToken cancellation)
    {
        if (_standby.TryGetValue(key, out var installation))
        {
            await Task.Delay(_late, TimeProvider.System, cancellation);
            await inner.InstallKeyAsync(installation, cancellation);
        }

        await inner.AwaitKeyActiveAsync(key, cancellation);
    }

    public Task RemoveKeyAsync(MacSecKeyName key, CancellationToken cancellation) =>
        inner.RemoveKeyAsync(key, cancellation);
}
