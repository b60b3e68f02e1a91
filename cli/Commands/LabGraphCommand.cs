using System.CommandLine;
using Harness.Cli.Labs;
using Harness.Cli.Showing;
using Harness.Lab.Pictures;
using Harness.Lab.Wiring;

namespace Harness.Cli.Commands;

/// <summary><c>harness lab graph</c>: draws a lab.</summary>
internal static class LabGraphCommand
{
    private const string Svg = "svg";
    private const string Mermaid = "mermaid";

    public static Command Create(Surroundings surroundings)
    {
        var topology = LabCommand.Topology();
        var format = CommandOptions.Word("--format", [Svg, Mermaid], "How it is drawn, svg by default");
        var output = CommandOptions.Text("--output", "FILE", "Where the picture goes; standard output by default");
        var command = new Command("graph", "Draws a lab: providers, devices, channels, customers.")
        {
            topology, format, output,
        };
        command.SetAction(parsed => Draw(
            surroundings,
            LabWiring.Of(LabTopologies.Load(parsed.GetValue(topology))),
            parsed.GetValue(format) ?? Svg,
            parsed.GetValue(output)));
        return command;
    }

    private static int Draw(Surroundings surroundings, LabWiring wiring, string format, string? output)
    {
        var picture = format == Mermaid ? LabMermaid.Of(wiring) : LabPicture.Of(wiring);
        if (output is null)
        {
            surroundings.Output.Write(picture);
            return ExitCode.Certified;
        }

        LabTopologies.Write(output, picture);
        surroundings.Output.WriteLine(Paths.Shown(output));
        return ExitCode.Certified;
    }
}
