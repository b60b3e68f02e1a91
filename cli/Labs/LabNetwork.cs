using System.Collections.Concurrent;
using Harness.Features.Labs.Timelines;
using Harness.Lab.Operating;
using Harness.Lab.Pictures;
using Harness.Lab.Routers;
using Harness.Lab.Wiring;
using Harness.Protocol.Names;
using Harness.Reference.Network;
using Harness.Reference.Testbed;

namespace Harness.Cli.Labs;

/// <summary>The network of a reference coordinator that is one provider's routers of a lab.</summary>
/// <param name="provider">Id of the provider.</param>
/// <param name="wiring">The lab.</param>
/// <param name="testbed">Says who gives the keys of a channel.</param>
/// <param name="routers">The provider's routers.</param>
/// <param name="channels">Is told what is done to them.</param>
/// <param name="time">Real time.</param>
internal sealed class LabNetwork(
    string provider,
    LabWiring wiring,
    TestbedModel testbed,
    ProviderRouters routers,
    ChannelWatch channels,
    TimeProvider time) : INetwork
{
    private readonly ProviderFeatures features = new(routers, time);
    private readonly ProviderKeys keys = new(routers);
    private readonly ConcurrentDictionary<string, (WiredChannel Channel, Tenant Tenant)> known =
        new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, string> unfinished = new(StringComparer.Ordinal);

    /// <summary>What this provider has begun with its routers and not finished, and why it failed last.</summary>
    public IReadOnlyList<string> Unfinished => [.. unfinished.Values.Order(StringComparer.Ordinal)];

    public async Task ActivateFeatureAsync(FeatureActivation activation, CancellationToken cancellation)
    {
        var tenant = wiring.Tenants.Single(it => it.Customer == activation.AccountId);
        var prefixes = testbed.Find(activation.Channel.Interconnect)!.Guidance.MaxReceivedBgpRoutePrefixes;
        var channel = Wired(activation.Channel);
        var feature = ChannelFeature.Of(wiring, channel, provider, tenant, activation.Config, prefixes);
        if (known.TryAdd($"{activation.Feature}", (channel, tenant)))
            Say(activation.Feature, ChannelState.Absent);
        var routed = wiring.Sites.Any(site => site.Tenant == tenant && site.Site.Provider != provider);
        await ToldAsync(
            $"bring up {feature}",
            features.ActivateAsync($"{activation.Feature}", feature, routed, cancellation));
        Say(activation.Feature, ChannelState.Carrying);
    }

    public async Task DrainFeatureAsync(FeatureName feature, CancellationToken cancellation)
    {
        // Traffic leaves at once; that it has left is seen later, when a scenario may have gone on.
        Say(feature, ChannelState.Drained);
        await ToldAsync($"drain {feature}", features.DrainAsync($"{feature}", cancellation));
    }

    public async Task RestoreFeatureAsync(FeatureName feature, CancellationToken cancellation)
    {
        await ToldAsync($"restore {feature}", features.RestoreAsync($"{feature}", cancellation));
        Say(feature, ChannelState.Carrying);
    }

    public async Task DeactivateFeatureAsync(FeatureName feature, CancellationToken cancellation)
    {
        Say(feature, ChannelState.Absent);
        await ToldAsync($"take {feature} away", features.DeactivateAsync($"{feature}", cancellation));
        Say(feature, null);
        known.TryRemove($"{feature}", out _);
    }

    public Task InstallKeyAsync(KeyInstallation installation, CancellationToken cancellation)
    {
        var (end, peer) = Ends(installation.Key.Channel);
        Say(installation.Key, ChannelState.Rotating);
        return ToldAsync(
            $"install {installation.Key}",
            keys.InstallAsync($"{installation.Key}", end, peer, installation.Cak, installation.Ckn, cancellation));
    }

    public async Task AwaitKeyActiveAsync(MacSecKeyName key, CancellationToken cancellation)
    {
        var (end, peer) = Ends(key.Channel);
        var gave = testbed.Find(key.Channel)?.MacsecManager.Id == provider;
        await ToldAsync(
            $"see {key} active", keys.AwaitActiveAsync($"{key}", end, peer, gave, cancellation));
        Say(key, null);
    }

    public Task RemoveKeyAsync(MacSecKeyName key, CancellationToken cancellation)
    {
        var (end, peer) = Ends(key.Channel);
        return ToldAsync($"remove {key}", keys.RemoveAsync($"{key}", end, peer, cancellation));
    }

    // A coordinator tries again what has failed: until then it can be seen why it waits.
    private async Task ToldAsync(string what, Task change)
    {
        unfinished.TryAdd(what, $"{provider} is to {what}");
        try
        {
            await change;
            unfinished.TryRemove(what, out _);
        }
        catch (Exception fault)
        {
            unfinished[what] = $"{provider} is to {what}: {fault.Message}";
            throw;
        }
    }

    private void Say(FeatureName feature, ChannelState? state)
    {
        if (known.TryGetValue($"{feature}", out var it))
            channels.Say(new ChannelChange(it.Channel, it.Tenant, $"{provider} {feature}", state));
    }

    private void Say(MacSecKeyName key, ChannelState? state) =>
        channels.Say(new ChannelChange(Wired(key.Channel), null, $"{provider} {key}", state));

    private (ChannelEnd End, ChannelEnd Peer) Ends(ChannelName channel)
    {
        var wired = Wired(channel);
        var end = wired.EndOf(provider);
        return (end, wired.PeerOf(end));
    }

    private WiredChannel Wired(ChannelName channel) => wiring.Channel(channel.Interconnect.Id, channel.Id)
        ?? throw new ArgumentException($"the lab has no channel {channel}", nameof(channel));
}
