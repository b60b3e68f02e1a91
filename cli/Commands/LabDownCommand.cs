using System.CommandLine;
using Harness.Cli.Labs;

namespace Harness.Cli.Commands;

/// <summary><c>harness lab down</c>: removes what is there of a lab, by its label.</summary>
internal static class LabDownCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var label = CommandOptions.Text("--label", "NAME", "Label of the lab, lab by default");
        var command = new Command("down", "Removes what is there of a lab, whoever made it and however that ended.")
        {
            label,
        };
        command.SetAction((parsed, stop) =>
            LabDown.RunAsync(parsed.GetValue(label) ?? LabCommand.Label, surroundings, stop));
        return command;
    }
}
