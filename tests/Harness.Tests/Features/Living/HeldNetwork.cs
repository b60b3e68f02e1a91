using System.Collections.Concurrent;
using Harness.Features.Living;
using Harness.Protocol.Names;
using Harness.Protocol.Resources;
using Harness.Tests.Reference;

namespace Harness.Tests.Features.Living;

/// <summary>A partner's network that does what it is asked for when the test lets it.</summary>
internal sealed class HeldNetwork : IPartnerNetwork
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> held = [];
    private readonly ConcurrentQueue<string> asked = new();

    /// <summary>What was asked for, in order: the change and the id of what it is about.</summary>
    public IReadOnlyList<string> Asked => [.. asked];

    /// <summary>The accounts that features were brought up for.</summary>
    public ConcurrentQueue<string> Accounts { get; } = new();

    /// <summary>Does a kind of change no more until it is let.</summary>
    public void Hold(string change) => held[change] = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Does what was asked for and what will be.</summary>
    public void Let(string change)
    {
        if (held.TryRemove(change, out var gate))
            gate.SetResult();
    }

    /// <summary>Waits until something was asked for.</summary>
    public Task AskedAsync(string change) =>
        Eventually.SeeAsync(change, () => Task.FromResult(Asked), seen => seen.Contains(change));

    public Task ActivateFeatureAsync(Feature feature, string account, CancellationToken cancellation)
    {
        Accounts.Enqueue(account);
        return AskAsync("activate", ResourceName.Parse<FeatureName>(feature.Name), cancellation);
    }

    public Task DrainFeatureAsync(FeatureName feature, CancellationToken cancellation) =>
        AskAsync("drain", feature, cancellation);

    public Task DeactivateFeatureAsync(FeatureName feature, CancellationToken cancellation) =>
        AskAsync("deactivate", feature, cancellation);

    public Task InstallKeyAsync(MacSecKey key, CancellationToken cancellation) =>
        AskAsync("install", ResourceName.Parse<MacSecKeyName>(key.Name), cancellation);

    public Task AwaitKeyActiveAsync(MacSecKeyName key, CancellationToken cancellation) =>
        AskAsync("use", key, cancellation);

    public Task RemoveKeyAsync(MacSecKeyName key, CancellationToken cancellation) =>
        AskAsync("remove", key, cancellation);

    private Task AskAsync(string change, ResourceName name, CancellationToken cancellation)
    {
        asked.Enqueue($"{change} {name.Id}");
        return held.TryGetValue(change, out var gate) ? gate.Task.WaitAsync(cancellation) : Task.CompletedTask;
    }
}
