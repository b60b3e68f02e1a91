using System.Collections.Concurrent;
using Harness.Protocol.Names;
using Harness.Reference.Network;

namespace Harness.Tests.Reference.Connections;

/// <summary>A network that brings features up when the test lets it, and does all else at once.</summary>
internal sealed class PausedNetwork : INetwork
{
    private readonly Lock gate = new();
    private TaskCompletionSource go = New();

    /// <summary>Every activation that was asked for, in order.</summary>
    public ConcurrentQueue<FeatureActivation> Asked { get; } = new();

    /// <summary>Every feature that was drained, in order.</summary>
    public ConcurrentQueue<FeatureName> Drained { get; } = new();

    /// <summary>Every feature that traffic was let back on, in order.</summary>
    public ConcurrentQueue<FeatureName> Restored { get; } = new();

    /// <summary>Every feature that was taken away, in order.</summary>
    public ConcurrentQueue<FeatureName> Gone { get; } = new();

    /// <summary>Brings up what was asked for and what will be.</summary>
    public void Go()
    {
        lock (gate)
            go.TrySetResult();
    }

    /// <summary>Brings up nothing more for now.</summary>
    public void Stop()
    {
        lock (gate)
            go = New();
    }

    /// <summary>Holds what will be asked for apart from what was asked for, which the answer lets go.</summary>
    public TaskCompletionSource Swap()
    {
        lock (gate)
        {
            var before = go;
            go = New();
            return before;
        }
    }

    /// <summary>Waits until so many activations were asked for.</summary>
    public Task AskedAsync(int count) =>
        Eventually.SeeAsync($"{count} activations", () => Task.FromResult(Asked.Count), seen => seen == count);

    public Task ActivateFeatureAsync(FeatureActivation activation, CancellationToken cancellation)
    {
        Asked.Enqueue(activation);
        lock (gate)
            return go.Task.WaitAsync(cancellation);
    }

    public Task DrainFeatureAsync(FeatureName feature, CancellationToken cancellation)
    {
        Drained.Enqueue(feature);
        return Task.CompletedTask;
    }

    public Task RestoreFeatureAsync(FeatureName feature, CancellationToken cancellation)
    {
        Restored.Enqueue(feature);
        return Task.CompletedTask;
    }

    public Task DeactivateFeatureAsync(FeatureName feature, CancellationToken cancellation)
    {
        Gone.Enqueue(feature);
        return Task.CompletedTask;
    }

    public Task InstallKeyAsync(KeyInstallation installation, CancellationToken cancellation) => Task.CompletedTask;

    public Task AwaitKeyActiveAsync(MacSecKeyName key, CancellationToken cancellation) => Task.CompletedTask;

    public Task RemoveKeyAsync(MacSecKeyName key, CancellationToken cancellation) => Task.CompletedTask;

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
