using System.CommandLine;
using Harness.Cli.Simulating;

namespace Harness.Cli.Commands;

/// <summary><c>harness simulate</c>: runs the partner alone, bent by a script, until it is stopped.</summary>
internal static class SimulateCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var script = CommandOptions.Text(
            "--script", "FILE|NAME", "Script in YAML, or the name of one of the library; well-behaved by default");
        var target = CommandOptions.Text(
            "--target", "FILE", "Target file, which says who the two are and where; needed but for --list");
        var set = new Option<string[]>("--set")
        {
            HelpName = "NAME=VALUE",
            Description = "Value of a parameter of the script; @FILE for what is in a file",
        };
        var control = CommandOptions.Number(
            "--control", 0, 65535, "Port on 127.0.0.1 of the control API, 8445 by default; 0 for a free one");
        var list = new Option<bool>("--list") { Description = "Lists the scripts of the library and ends" };
        var show = CommandOptions.Text("--show", "NAME", "Prints a script of the library and ends");
        var command = new Command("simulate", "Runs the partner that the harness plays, bent by a script.")
        {
            script, target, set, control, list, show,
        };
        command.SetAction((parsed, stop) => Simulation.RunAsync(
            new SimulateRequest(
                parsed.GetValue(script),
                parsed.GetValue(target),
                parsed.GetValue(set) ?? [],
                parsed.GetValue(control),
                parsed.GetValue(list),
                parsed.GetValue(show)),
            surroundings,
            stop));
        return command;
    }
}
