using System.Collections.Concurrent;
using Harness.Features.Target;
using Harness.Features.Target.Hooks;
using Harness.Protocol.Client;

namespace Harness.Features.Hosting;

/// <summary>The HTTP connections of a run, shared by all its scenarios: one pool for each identity and trust.</summary>
public sealed class TargetConnections(TargetFile file) : IDisposable
{
    private static readonly NoAuthentication Nobody = new();
    private readonly ConcurrentDictionary<ServerTrust, SocketsHttpHandler> hooks = new();

    public SocketsHttpHandler Partner { get; } = Create(file, file.Trust, file.Providers.Partner.Authentication);

    public SocketsHttpHandler? Stranger { get; } = file.Providers.Stranger is { } stranger
        ? Create(file, file.Trust, stranger.Authentication)
        : null;

    public SocketsHttpHandler Anonymous { get; } = Create(file, file.Trust, Nobody);

    /// <summary>For a hook's requests, by the hook's own trust or the target's.</summary>
    public SocketsHttpHandler For(HookDriver.Http hook) =>
        hooks.GetOrAdd(hook.Trust ?? file.Trust, trust => Create(file, trust, Nobody));

    public void Dispose()
    {
        foreach (var handler in hooks.Values.Concat([Partner, Stranger, Anonymous]))
            handler?.Dispose();
    }

    private static SocketsHttpHandler Create(TargetFile file, ServerTrust trust, IRequestAuthentication identity) =>
        ClientHandlers.Create(trust, identity, file.Timeouts.Request);
}
