using Harness.Cli.Local;
using Harness.Cli.Running;
using Harness.Features.Hosting;
using Harness.Features.Target;
using Harness.Features.Target.Hooks;
using Harness.Features.Target.Loading;

namespace Harness.Tests.Features.Scenarios;

/// <summary>The reference that `harness certify` starts, with the partner that certifies it, in this process.</summary>
internal sealed class EmbeddedTarget : IAsyncDisposable
{
    private readonly EmbeddedReference reference;
    private readonly PartnerSetup partner;

    private EmbeddedTarget(EmbeddedReference reference, TargetFile file, PartnerSetup partner, FeatureHost host)
    {
        this.reference = reference;
        this.partner = partner;
        File = file;
        Host = host;
    }

    public TargetFile File { get; }

    public FeatureHost Host { get; }

    /// <summary>Starts both, with the reference altered where that is asked for.</summary>
    public static async Task<EmbeddedTarget> StartAsync(int slots, Alteration? alter = null)
    {
        var reference = await EmbeddedReference.StartAsync(slots, TimeProvider.System, CancellationToken.None, alter);
        var file = Load(reference.TargetPath);
        var partner = PartnerSetup.Of(file, TimeProvider.System);
        var host = await FeatureHost.OpenAsync(
            file, partner.Options, new NobodyAtTheConsole(), TimeProvider.System, CancellationToken.None);
        return new EmbeddedTarget(reference, file, partner, host);
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await reference.DisposeAsync();
        partner.Dispose();
    }

    // A broken rule may keep something from ever happening: what the reference does on its own takes milliseconds.
    private static TargetFile Load(string path) => TargetLoader.Load(path, _ => null) switch
    {
        TargetLoad.Loaded loaded => loaded.File with
        {
            Timeouts = loaded.File.Timeouts with { Settle = TimeSpan.FromSeconds(10) },
        },
        var faulty => throw new InvalidOperationException($"{faulty}"),
    };
}
