using Harness.Features.Living;
using Harness.Protocol.Names;
using Harness.Protocol.Resources;
using Harness.Reference.Network;

namespace Harness.Cli.Labs;

/// <summary>The network of the simulated partner that is one provider's routers of a lab.</summary>
/// <param name="routers">The routers, as a reference would program them.</param>
internal sealed class LabPartnerNetwork(INetwork routers) : IPartnerNetwork
{
    // Not known to the routers: a lab shapes no traffic.
    private const int AnyBandwidth = 0;

    public Task ActivateFeatureAsync(Feature feature, string account, CancellationToken cancellation) =>
        routers.ActivateFeatureAsync(
            new FeatureActivation(
                ResourceName.Parse<FeatureName>(feature.Name),
                ResourceName.Parse<ChannelName>(feature.Channel),
                AnyBandwidth,
                account,
                feature.FeatureConfig?.L3BaseConfig ?? throw Lacking(feature)),
            cancellation);

    public Task DrainFeatureAsync(FeatureName feature, CancellationToken cancellation) =>
        routers.DrainFeatureAsync(feature, cancellation);

    public Task DeactivateFeatureAsync(FeatureName feature, CancellationToken cancellation) =>
        routers.DeactivateFeatureAsync(feature, cancellation);

    public Task InstallKeyAsync(MacSecKey key, CancellationToken cancellation) => routers.InstallKeyAsync(
        new KeyInstallation(ResourceName.Parse<MacSecKeyName>(key.Name), key.Ckn ?? "", key.Cak ?? ""), cancellation);

    public Task AwaitKeyActiveAsync(MacSecKeyName key, CancellationToken cancellation) =>
        routers.AwaitKeyActiveAsync(key, cancellation);

    public Task RemoveKeyAsync(MacSecKeyName key, CancellationToken cancellation) =>
        routers.RemoveKeyAsync(key, cancellation);

    private static ArgumentException Lacking(Feature feature) =>
        new($"expected a layer 3 configuration of {feature.Name}, found none");
}
