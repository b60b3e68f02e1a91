using Harness.Lab.Running;
using Harness.Lab.Runtimes;
using Harness.Lab.Wiring;

namespace Harness.Cli.Labs;

/// <summary>Brings a lab up, shows traffic, and keeps it until it is asked to end.</summary>
internal static class LabUp
{
    private const int Packets = 2000;
    private static readonly string _evidence = Path.Combine("out", "lab", "evidence");

    public static async Task<int> RunAsync(
        LabUpRequest request, Surroundings surroundings, CancellationToken stop)
    {
        var wiring = LabWiring.Of(LabTopologies.Load(request.Topology));
        var runtime = await LabRuntimes.ChooseAsync(
            LabRuntimes.All(surroundings.Time), request.Runtime, surroundings.Error.WriteLine, stop);
        await using var lab = await new SampleBringUp(runtime, surroundings.Time, _evidence).UpAsync(
            request.Label, wiring, request.Seed, new StepLines(surroundings.Error), stop);
        foreach (var note in lab.Abilities.Notes)
            await surroundings.Output.WriteLineAsync(note);
        await surroundings.Output.WriteLineAsync(
            $"{wiring.Routers.Count()} routers and {wiring.Hosts.Count()} hosts are up; sending packets");
        var lost = await ShowAsync(lab, surroundings, stop);
        if (!request.Once)
        {
            await surroundings.Output.WriteLineAsync("The lab stays until you press Ctrl-C.");
            await StopSignals.AskedAsync(stop);
        }

        return lost == 0 ? ExitCode.Certified : ExitCode.NotConformant;
    }

    private static async Task<long> ShowAsync(SampleLab lab, Surroundings surroundings, CancellationToken stop)
    {
        var shown = await ShownTraffic.RunAsync(lab, Packets, surroundings.Time, stop);
        foreach (var (tenant, loss) in shown.Losses)
        {
            await surroundings.Output.WriteLineAsync($"{tenant.Customer}, there: {loss.There.Loss}");
            await surroundings.Output.WriteLineAsync($"{tenant.Customer}, back:  {loss.Back.Loss}");
        }

        foreach (var (channel, first, second) in shown.Channels)
        {
            await surroundings.Output.WriteLineAsync(
                $"{channel.Interconnect.Id}/{channel.Channel.Id}: encrypted frames: "
                + $"{first} from {channel.First.Node}, {second} from {channel.Second.Node}");
        }

        return shown.Losses.Sum(it => it.Loss.Lost);
    }
}
