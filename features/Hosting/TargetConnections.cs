using System.Collections.Concurrent;
using Harness.Features.Races.Rig;
using Harness.Features.Target;
using Harness.Features.Target.Hooks;
using Harness.Protocol.Client;

namespace Harness.Features.Hosting;

/// <summary>The HTTP connections of a run, shared by all its scenarios: one pool for each identity and trust.</summary>
public sealed class TargetConnections : IDisposable
{
    private static readonly NoAuthentication Nobody = new();
    private readonly TargetFile file;
    private readonly ConcurrentDictionary<ServerTrust, SocketsHttpHandler> hooks = new();

    /// <param name="file">The target.</param>
    /// <param name="time">Real time.</param>
    public TargetConnections(TargetFile file, TimeProvider time)
    {
        this.file = file;
        Partner = Create(file, file.Trust, file.Providers.Partner.Authentication);
        Stranger = file.Providers.Stranger is { } stranger
            ? Create(file, file.Trust, stranger.Authentication)
            : null;
        Anonymous = Create(file, file.Trust, Nobody);
        Lanes = new RaceLanes(file, Partner, time);
    }

    public SocketsHttpHandler Partner { get; }

    public SocketsHttpHandler? Stranger { get; }

    public SocketsHttpHandler Anonymous { get; }

    /// <summary>Over which requests of the partner's race.</summary>
    public RaceLanes Lanes { get; }

    /// <summary>For a hook's requests, by the hook's own trust or the target's.</summary>
    public SocketsHttpHandler For(HookDriver.Http hook) =>
        hooks.GetOrAdd(hook.Trust ?? file.Trust, trust => Create(file, trust, Nobody));

    public void Dispose()
    {
        Lanes.Dispose();
        foreach (var handler in hooks.Values.Concat([Partner, Stranger, Anonymous]))
            handler?.Dispose();
    }

    private static SocketsHttpHandler Create(TargetFile file, ServerTrust trust, IRequestAuthentication identity) =>
        ClientHandlers.Create(trust, identity, file.Timeouts.Request);
}
