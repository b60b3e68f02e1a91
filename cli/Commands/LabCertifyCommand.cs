using System.CommandLine;
using Harness.Certification.Selecting;
using Harness.Cli.Labs;
using Harness.Cli.Running;

namespace Harness.Cli.Commands;

/// <summary><c>harness lab certify</c>: runs the scenarios about packets on a lab of real routers.</summary>
internal static class LabCertifyCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var topology = LabCommand.Topology();
        var runtime = LabCommand.Runtime(surroundings);
        var partner = CommandOptions.Word(
            "--partner",
            ["reference", LabRunRequest.Simulator],
            "Who the second provider is, another reference by default");
        var tags = CommandOptions.Text("--tags", "EXPR", "Only scenarios with these tags, such as \"@MAC-16\"");
        var seed = CommandOptions.Number("--seed", 0, int.MaxValue, "Seed of all test data");
        var output = CommandOptions.Text("--output", "DIR", "Directory for the reports, out/lab by default");
        var quiet = new Option<bool>("--quiet") { Description = "Show the summary only" };
        var command = new Command(
            "certify", "Runs the scenarios about packets: two coordinators on a lab of real routers.")
        {
            topology, runtime, partner, tags, seed, output, quiet,
        };
        command.SetAction((parsed, stop) => LabRun.RunAsync(
            new LabRunRequest(
                LabTopologies.Load(parsed.GetValue(topology)),
                new Selection(parsed.GetValue(tags), [], []),
                parsed.GetValue(seed) ?? surroundings.NewSeed(),
                parsed.GetValue(output) ?? Path.Combine("out", "lab"),
                parsed.GetValue(quiet) ? Display.Quiet : Display.Progress)
            {
                TopologyName = parsed.GetValue(topology),
                Runtime = parsed.GetValue(runtime),
                Simulated = parsed.GetValue(partner) == LabRunRequest.Simulator,
            },
            surroundings,
            stop));
        return command;
    }
}
