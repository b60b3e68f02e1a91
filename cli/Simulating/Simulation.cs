using Harness.Certification.Evidence;
using Harness.Cli.Running;
using Harness.Features.Hosting;
using Harness.Features.Target;
using Harness.Protocol.Client;
using Harness.Protocol.Names;
using Harness.Simulator;
using Harness.Simulator.Calling;
using Harness.Simulator.Scripts;

namespace Harness.Cli.Simulating;

/// <summary>Runs the partner alone until it is stopped, and shows what crosses the wire.</summary>
internal static class Simulation
{
    private const int DefaultControlPort = 8445;

    /// <summary>Carries the command out.</summary>
    /// <exception cref="CannotRunException">Something that was given cannot be worked with.</exception>
    public static async Task<int> RunAsync(
        SimulateRequest request, Surroundings surroundings, CancellationToken stop)
    {
        if (request.List || request.Show is not null)
            return await ShowAsync(request, surroundings.Output);
        var target = TargetFiles.Load(
            request.Target ?? throw new CannotRunException(
                "--target: expected a target file, found none; harness serve writes one, harness init another"),
            surroundings);
        var script = Scripts.Load(request.Script, target.Providers.Target);
        var values = Scripts.Values(request.Set);
        using var setup = PartnerSetup.Of(target, surroundings.Time);
        using var connections = new TargetConnections(target, surroundings.Time);
        await using var partner = await StartAsync(target, setup.Options, stop);
        partner.Calls.Connect(new TargetAccess(
            new ClientOptions(target.BaseUrl, target.Providers.Partner.Authentication, surroundings.Time)
            {
                Deadline = target.Timeouts.Request,
            },
            connections.Partner));
        using var stage = new Stage(partner, target);
        using var live = partner.Journal.Observe(new LiveJournal(surroundings.Output));
        stage.Put(script, values);
        await using var control = await ControlApi.StartAsync(
            stage, new Redactor(FeatureHost.Redaction(target)), request.Control ?? DefaultControlPort, stop);
        await TellAsync(surroundings.Output, partner, script, control.BaseUrl);
        await stage.StartAsync();
        await StopSignals.AskedAsync(stop);
        await surroundings.Output.WriteLineAsync("Stopping");
        return ExitCode.Certified;
    }

    private static async Task<int> ShowAsync(SimulateRequest request, TextWriter output)
    {
        if (request.Show is { } name)
        {
            await output.WriteAsync(Scripts.OfLibrary(name));
            return ExitCode.Certified;
        }

        // Any provider will do: what is shown does not depend on it.
        var scripts = ScriptLibrary.Names.Select(known => Scripts.Load(known, new ProviderName("target"))).ToList();
        var width = scripts.Max(script => script.Name.Length);
        foreach (var script in scripts)
            await output.WriteLineAsync($"{script.Name.PadRight(width)}  {script.About}");
        return ExitCode.Certified;
    }

    private static async Task<Partner> StartAsync(TargetFile target, PartnerOptions options, CancellationToken stop)
    {
        try
        {
            return await Partner.StartAsync(options, stop);
        }
        catch (IOException cause)
        {
            throw new CannotRunException(
                $"{target.Lines.Of("partner")}: expected the partner to listen on "
                + $"{options.Address}:{options.Port}, found: {cause.Message}");
        }
    }

    private static async Task TellAsync(TextWriter output, Partner partner, Script script, Uri control)
    {
        await output.WriteLineAsync($"The partner {partner.Options.Provider.Id} listens on {partner.BaseUrl}");
        await output.WriteLineAsync($"Script {script.Name}: {script.About}");
        await output.WriteLineAsync($"Control it at {control} (GET it for a list); stop it with Ctrl-C");
    }
}
