using Harness.Protocol.Names;
using Harness.Protocol.Resources;

namespace Harness.Features.Living;

/// <summary>A network that has done at once whatever it is asked for.</summary>
public sealed class InstantNetwork : IPartnerNetwork
{
    public Task ActivateFeatureAsync(Feature feature, string account, CancellationToken cancellation) =>
        Task.CompletedTask;

    public Task DrainFeatureAsync(FeatureName feature, CancellationToken cancellation) => Task.CompletedTask;

    public Task DeactivateFeatureAsync(FeatureName feature, CancellationToken cancellation) => Task.CompletedTask;

    public Task InstallKeyAsync(MacSecKey key, CancellationToken cancellation) => Task.CompletedTask;

    public Task AwaitKeyActiveAsync(MacSecKeyName key, CancellationToken cancellation) => Task.CompletedTask;

    public Task RemoveKeyAsync(MacSecKeyName key, CancellationToken cancellation) => Task.CompletedTask;
}
