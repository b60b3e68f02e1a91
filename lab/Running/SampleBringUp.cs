using Harness.Lab.Routers;
using Harness.Lab.Runtimes;
using Harness.Lab.Wiring;

namespace Harness.Lab.Running;

/// <summary>Brings a lab up until customers' packets cross it on every channel.</summary>
/// <param name="runtime">What it is made on.</param>
/// <param name="time">Measures deadlines.</param>
/// <param name="evidence">Directory for what the nodes say when the lab does not come to carry traffic.</param>
public sealed class SampleBringUp(ILabRuntime runtime, TimeProvider time, string evidence)
{
    /// <summary>What is reported when every session has come to carry its routes.</summary>
    public const string EveryRoute = "every route over every channel";

    private static readonly TimeSpan _reached = TimeSpan.FromSeconds(60);

    /// <summary>Brings it up.</summary>
    /// <param name="label">Marks all that is created.</param>
    /// <param name="wiring">The lab.</param>
    /// <param name="seed">Of keys and passwords.</param>
    /// <param name="progress">Hears every step.</param>
    /// <param name="cancellation">Takes back what was begun.</param>
    /// <exception cref="LabException">It does not come up, or does not come to carry traffic; says what is missing.
    /// </exception>
    public async Task<SampleLab> UpAsync(
        string label, LabWiring wiring, int seed, IProgress<LabProgress> progress, CancellationToken cancellation)
    {
        var started = time.GetTimestamp();
        void Report(string step) => progress.Report(new LabProgress(step, time.GetElapsedTime(started)));
        var abilities = RouterAbilities.Of(await runtime.ProbeAsync(cancellation));
        var sample = SamplePlan.Of(label, wiring, abilities, seed);
        var running = await runtime.UpAsync(sample.Plan, progress, cancellation);
        var lab = new SampleLab(running, wiring, sample.Connections, sample.Keys);
        try
        {
            await lab.Routers(time).ApplyAllAsync(sample.Sessions, cancellation);
            Report("sessions configured");
            await AwaitRoutesAsync(lab, cancellation);
            Report(EveryRoute);
            await AwaitPacketsAsync(lab, cancellation);
            Report("packets between all hosts");
            return lab;
        }
        catch (LabException fault)
        {
            var bundle = await EvidenceBundle.CollectAsync(running, wiring.Routers, cancellation);
            await bundle.WriteAsync(evidence, cancellation);
            await lab.DisposeAsync();
            throw new LabException($"{fault.Message}\nWhat every node says is in {evidence}", fault);
        }
        catch
        {
            await lab.DisposeAsync();
            throw;
        }
    }

    private async Task AwaitRoutesAsync(SampleLab lab, CancellationToken cancellation)
    {
        var routers = lab.Routers(time);
        foreach (var route in lab.Connections.SelectMany(it => ExpectedRoute.Of(lab.Wiring, it, lab.Abilities)))
        {
            await routers.UntilAsync($"{route}", stop => route.MissingAsync(routers, stop), cancellation);
        }
    }

    private static async Task AwaitPacketsAsync(SampleLab lab, CancellationToken cancellation)
    {
        var first = lab.Wiring.Topology.Providers[0].Id;
        foreach (var site in lab.Wiring.Sites.Where(site => site.Site.Provider == first))
        {
            var others = lab.Wiring.Sites.Where(
                other => other.Tenant == site.Tenant && other.Site.Provider != first);
            foreach (var address in others.SelectMany(
                other => new[] { other.Network.Host.Ipv4, other.Network.Host.Ipv6 }))
            {
                var result = await lab.Running.Node(site.Site.Host).RunAsync(
                    ["ping", "-n", "-c", "1", "-w", $"{_reached.TotalSeconds}", $"{address}"],
                    null,
                    2 * _reached,
                    cancellation);
                if (!result.Succeeded)
                    throw new LabException($"{site.Site.Host} does not reach {address}: {result.Output}{result.Error}");
            }
        }
    }
}
