using System.Globalization;
using Harness.Lab.Routers;
using Harness.Lab.Runtimes;
using Harness.Lab.Topology;
using Harness.Lab.Wiring;

namespace Harness.Cli.Labs;

/// <summary>Brings a lab up with the coordinators that program it.</summary>
internal static class LabBringUp
{
    /// <summary>Completes when every channel has its first key.</summary>
    /// <param name="topology">The lab.</param>
    /// <param name="runtime">Name of the runtime; null for the first that this machine can carry.</param>
    /// <param name="setup">How the coordinators are started.</param>
    /// <param name="progress">Is told step by step.</param>
    /// <param name="surroundings">Is told on standard error why runtimes are passed over.</param>
    /// <param name="stop">Gives it up; nothing is left then.</param>
    /// <exception cref="LabException">The lab cannot be brought up; says what is missing.</exception>
    /// <exception cref="CannotRunException">A coordinator cannot be started.</exception>
    public static async Task<LabBench> UpAsync(
        LabTopology topology,
        string? runtime,
        LabPairSetup setup,
        TextWriter progress,
        Surroundings surroundings,
        CancellationToken stop)
    {
        var time = surroundings.Time;
        var wiring = LabWiring.Of(topology);
        var chosen = await LabRuntimes.ChooseAsync(
            LabRuntimes.All(time), runtime, surroundings.Error.WriteLine, stop);
        var abilities = RouterAbilities.Of(await chosen.ProbeAsync(stop));
        var label = string.Create(CultureInfo.InvariantCulture, $"{topology.Name}-{Environment.ProcessId}");
        var running = await chosen.UpAsync(LabPlans.Of(label, wiring, abilities), new StepLines(progress), stop);
        LabPair? pair = null;
        try
        {
            pair = await LabPair.StartAsync(running, wiring, setup, time, stop);
            return await LabBench.StartAsync(running, wiring, pair, time, stop);
        }
        catch
        {
            if (pair is not null)
                await pair.DisposeAsync();
            await running.DisposeAsync();
            throw;
        }
    }
}
