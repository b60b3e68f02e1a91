using Harness.Certification.Running;
using Harness.Features.Hosting;
using Harness.Features.Target;

namespace Harness.Cli.Running;

/// <summary>A target with the partner that certifies it, for as long as scenarios run.</summary>
internal sealed class TargetSession : IAsyncDisposable
{
    private readonly TargetFile target;
    private readonly PartnerSetup partner;
    private readonly OperatorConsole console;
    private readonly Surroundings surroundings;

    private TargetSession(
        TargetFile target,
        PartnerSetup partner,
        OperatorConsole console,
        FeatureHost host,
        Surroundings surroundings)
    {
        this.target = target;
        this.partner = partner;
        this.console = console;
        this.surroundings = surroundings;
        Host = host;
    }

    /// <summary>Where the scenarios run.</summary>
    public FeatureHost Host { get; }

    /// <summary>Starts the partner.</summary>
    /// <exception cref="Certification.Verdicts.BlameException">The partner's address is not to be had.</exception>
    public static async Task<TargetSession> OpenAsync(
        TargetFile target,
        Surroundings surroundings,
        CancellationToken stop)
    {
        var partner = PartnerSetup.Of(target, surroundings.Time);
        var console = new OperatorConsole(surroundings);
        try
        {
            var host = await FeatureHost.OpenAsync(
                target, partner.Options, console.Or(), surroundings.Time, stop);
            return new TargetSession(target, partner, console, host, surroundings);
        }
        catch
        {
            console.Dispose();
            partner.Dispose();
            throw;
        }
    }

    /// <summary>How scenarios run here.</summary>
    /// <param name="command">The command line that repeats the run.</param>
    /// <param name="seed">Seeds all test data.</param>
    /// <param name="parallel">Most scenarios at a time.</param>
    public RunOptions Options(string command, int seed, int parallel) =>
        new(Tool.Name, TargetFacts.Of(target), command, seed, parallel, surroundings.Time)
        {
            Deadlines = Deadlines.Default with { Scenario = target.Timeouts.Scenario },
            Redaction = FeatureHost.Redaction(target),
        };

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        console.Dispose();
        partner.Dispose();
    }
}
