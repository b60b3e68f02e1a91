using System.CommandLine;
using Harness.Cli.Labs;

namespace Harness.Cli.Commands;

/// <summary><c>harness lab up</c>: a lab that carries customers' traffic, until it is stopped.</summary>
internal static class LabUpCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var topology = LabCommand.Topology();
        var runtime = LabCommand.Runtime(surroundings);
        var label = CommandOptions.Text("--label", "NAME", "Tells labs on one machine apart, lab by default");
        var seed = CommandOptions.Number("--seed", 0, int.MaxValue, "Seed of keys and passwords");
        var once = new Option<bool>("--once") { Description = "Ends once traffic was shown" };
        var command = new Command("up", "Brings a lab of real routers up, and shows customers' traffic crossing it.")
        {
            topology, runtime, label, seed, once,
        };
        command.SetAction((parsed, stop) => LabUp.RunAsync(
            new LabUpRequest(
                parsed.GetValue(topology),
                parsed.GetValue(runtime),
                parsed.GetValue(label) ?? LabCommand.Label,
                parsed.GetValue(seed) ?? surroundings.NewSeed(),
                parsed.GetValue(once)),
            surroundings,
            stop));
        return command;
    }
}
