using System.Collections.Concurrent;
using Harness.Protocol.Names;
using Harness.Reference.Network;

namespace Harness.Tests.Reference;

/// <summary>A network whose routers take up a key when the test says so, and do all else at once.</summary>
internal sealed class HeldNetwork : INetwork
{
    private readonly ConcurrentDictionary<MacSecKeyName, TaskCompletionSource> keys = new();

    /// <summary>Every key that was installed, in order.</summary>
    public ConcurrentQueue<KeyInstallation> Installed { get; } = new();

    /// <summary>Every key that was removed, in order.</summary>
    public ConcurrentQueue<MacSecKeyName> Removed { get; } = new();

    /// <summary>Has the router use a key from now on.</summary>
    public void Use(string key) => Gate(ResourceName.Parse<MacSecKeyName>(key)).TrySetResult();

    public Task ActivateFeatureAsync(FeatureActivation activation, CancellationToken cancellation) =>
        Task.CompletedTask;

    public Task DrainFeatureAsync(FeatureName feature, CancellationToken cancellation) => Task.CompletedTask;

    public Task RestoreFeatureAsync(FeatureName feature, CancellationToken cancellation) => Task.CompletedTask;

    public Task DeactivateFeatureAsync(FeatureName feature, CancellationToken cancellation) => Task.CompletedTask;

    public Task InstallKeyAsync(KeyInstallation installation, CancellationToken cancellation)
    {
        Installed.Enqueue(installation);
        return Task.CompletedTask;
    }

    public Task AwaitKeyActiveAsync(MacSecKeyName key, CancellationToken cancellation) =>
        Gate(key).Task.WaitAsync(cancellation);

    public Task RemoveKeyAsync(MacSecKeyName key, CancellationToken cancellation)
    {
        Removed.Enqueue(key);
        return Task.CompletedTask;
    }

    private TaskCompletionSource Gate(MacSecKeyName key) =>
        keys.GetOrAdd(key, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
}
