using Harness.Certification.Planning;
using Harness.Certification.Running;
using Harness.Certification.Runs;
using Harness.Cli.Running;
using Harness.Features.Hosting;
using Harness.Features.Target;
using Harness.Features.Target.Hooks;
using Harness.Features.Target.Loading;

namespace Harness.Cli.Local;

/// <summary>
/// The reference that <c>harness certify</c> starts, with the partner that certifies it, for self-tests.
/// </summary>
internal sealed class EmbeddedTarget : IAsyncDisposable
{
    private readonly EmbeddedReference reference;
    private readonly PartnerSetup partner;
    private readonly FeatureHost host;
    private readonly TimeProvider time;

    private EmbeddedTarget(
        EmbeddedReference reference, TargetFile file, PartnerSetup partner, FeatureHost host, TimeProvider time)
    {
        this.reference = reference;
        this.partner = partner;
        this.host = host;
        this.time = time;
        File = file;
    }

    /// <summary>How it is certified.</summary>
    public TargetFile File { get; }

    /// <summary>Starts both.</summary>
    /// <param name="slots">How many scenarios may run at a time.</param>
    /// <param name="time">Real time.</param>
    /// <param name="cancellation">Gives it up.</param>
    /// <param name="alter">Breaks the reference, or makes it differ; null for the reference as it is.</param>
    /// <param name="describe">Changes what its file says of it; null for what it says.</param>
    public static async Task<EmbeddedTarget> StartAsync(
        int slots,
        TimeProvider time,
        CancellationToken cancellation,
        Alteration? alter = null,
        Func<TargetFile, TargetFile>? describe = null)
    {
        var reference = await EmbeddedReference.StartAsync(slots, time, cancellation, alter);
        PartnerSetup? partner = null;
        try
        {
            var loaded = Load(reference.TargetPath);
            var file = describe?.Invoke(loaded) ?? loaded;
            partner = PartnerSetup.Of(file, time);
            var host = await FeatureHost.OpenAsync(
                file, partner.Options, new NobodyAtTheConsole(), time, cancellation);
            return new EmbeddedTarget(reference, file, partner, host, time);
        }
        catch
        {
            partner?.Dispose();
            await reference.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs a plan against it.</summary>
    /// <param name="plan">What to run.</param>
    /// <param name="seed">Seeds all test data.</param>
    /// <param name="listener">Follows it.</param>
    /// <param name="stop">Ends it early.</param>
    public Task<Run> RunAsync(Plan plan, int seed, IRunListener listener, CancellationToken stop)
    {
        var options = new RunOptions(Tool.Name, TargetFacts.Of(File), "harness efficacy", seed, host.Slots, time)
        {
            Redaction = FeatureHost.Redaction(File),
        };
        return Runner.RunAsync(plan, host, options, listener, stop);
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await reference.DisposeAsync();
        partner.Dispose();
    }

    private static TargetFile Load(string path) => TargetLoader.Load(path, _ => null) switch
    {
        TargetLoad.Loaded loaded => loaded.File,
        var faulty => throw new InvalidOperationException($"{faulty}"),
    };
}
