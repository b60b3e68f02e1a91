using Harness.Certification.Bindings;
using Harness.Certification.Evidence;
using Harness.Certification.Running;
using Harness.Certification.Verdicts;
using Harness.Features.Target;
using Harness.Features.Target.Hooks;
using Harness.Features.World;
using Harness.Protocol.Client;
using Harness.Simulator;

namespace Harness.Features.Hosting;

/// <summary>
/// Where the scenarios run: the partner's server, the connections to the target, and what the run learns of it.
/// Every scenario gets a world of its own on the environment of its slot.
/// </summary>
public sealed class FeatureHost : IScenarioHost, IAsyncDisposable
{
    private readonly TargetFile file;
    private readonly Partner partner;
    private readonly TargetConnections connections;
    private readonly IOperatorConsole console;
    private readonly TimeProvider time;
    private readonly TargetTraits traits = new();

    private FeatureHost(TargetFile file, Partner partner, IOperatorConsole console, TimeProvider time)
    {
        this.file = file;
        this.partner = partner;
        this.console = console;
        this.time = time;
        connections = new TargetConnections(file, time);
        Places = TestbedPlaces.Of(file);
    }

    /// <summary>Every environment that scenarios may have to themselves.</summary>
    public IReadOnlyList<Place> Places { get; }

    public int Slots => Places.Count;

    /// <summary>What is secret in the exchanges (SEC-05).</summary>
    public static RedactionRules Redaction(TargetFile file) => new(
        ["cak", "md5BgpPassword", "activationKey", "encodedKey", "key"],
        RedactionRules.CredentialHeaders,
        [.. file.Secrets.Select(secret => secret.Reveal())]);

    /// <summary>Starts the partner and gets ready for scenarios.</summary>
    /// <param name="file">The target file.</param>
    /// <param name="options">How the partner serves.</param>
    /// <param name="console">Where a person is asked to act.</param>
    /// <param name="time">Real time.</param>
    /// <param name="cancellation">Gives it up.</param>
    /// <exception cref="BlameException">The partner's address is not to be had.</exception>
    public static async Task<FeatureHost> OpenAsync(
        TargetFile file,
        PartnerOptions options,
        IOperatorConsole console,
        TimeProvider time,
        CancellationToken cancellation)
    {
        try
        {
            var partner = await Partner.StartAsync(options, cancellation);
            PartnerTestbed.Put(partner, file);
            return new FeatureHost(file, partner, console, time);
        }
        catch (IOException cause)
        {
            throw new BlameException(
                Blame.Config,
                $"{file.Lines.Of("partner")}: expected the partner to listen on {options.Address}:{options.Port}, "
                + $"found: {cause.Message}",
                cause);
        }
    }

    public async Task<IScenarioScope> OpenAsync(ScenarioContext context, CancellationToken cancellation)
    {
        var builder = new WorldBuilder(file, partner, connections, Places, traits, console, time);
        return await builder.BuildAsync(context);
    }

    public BlameException? Explain(Exception exception) => exception is TransportException or CleanupException
        ? new BlameException(Blame.Target, exception.Message, exception)
        : null;

    public async ValueTask DisposeAsync()
    {
        connections.Dispose();
        await partner.DisposeAsync();
    }
}
