using Harness.Features.Target.Hooks;
using Harness.Protocol.Client;

namespace Harness.Features.Target.Preflight;

/// <summary>How a preflight reaches the target. It leaves no evidence: nothing is certified yet.</summary>
internal sealed class PreflightSession : IDisposable
{
    private readonly TargetFile file;
    private readonly TimeProvider time;
    private readonly Dictionary<(ServerTrust, IRequestAuthentication), HttpMessageInvoker> pools = [];

    public PreflightSession(TargetFile file, IOperatorConsole console, TimeProvider time)
    {
        this.file = file;
        this.time = time;
        Partner = Client(file.Providers.Partner.Authentication);
        Stranger = file.Providers.Stranger is { } stranger ? Client(stranger.Authentication) : null;
        Hooks = new TargetHooks(
            file,
            new HttpHooks(
                (driver, _) => Pool(driver.Trust ?? file.Trust, NoAuthentication.Instance),
                file.Timeouts.Request,
                time),
            new CommandHooks(_ => { }, file.Timeouts.Operator, time),
            new PromptHooks(console, _ => { }, file.Timeouts.Operator, time));
    }

    /// <summary>The partner, with its credentials.</summary>
    public CoordinatorClient Partner { get; }

    /// <summary>The stranger, with its own; null where the target file names none.</summary>
    public CoordinatorClient? Stranger { get; }

    /// <summary>The customer and the operator at the target.</summary>
    public ITargetHooks Hooks { get; }

    public void Dispose()
    {
        foreach (var pool in pools.Values)
            pool.Dispose();
    }

    private CoordinatorClient Client(IRequestAuthentication identity) => new(
        Pool(file.Trust, identity),
        new ClientOptions(file.BaseUrl, identity, time) { Deadline = file.Timeouts.Request });

    private HttpMessageInvoker Pool(ServerTrust trust, IRequestAuthentication identity)
    {
        if (!pools.TryGetValue((trust, identity), out var pool))
            pools[(trust, identity)] = pool = new HttpMessageInvoker(
                ClientHandlers.Create(trust, identity, file.Timeouts.Request));
        return pool;
    }
}
