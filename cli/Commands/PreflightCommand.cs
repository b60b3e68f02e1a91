using System.CommandLine;
using Harness.Cli.Running;

namespace Harness.Cli.Commands;

/// <summary><c>harness preflight</c>: checks a target file against the target, without running a scenario.</summary>
internal static class PreflightCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var target = new Option<string>("--target")
        {
            HelpName = "FILE",
            Description = "Target file of the implementation",
            Required = true,
        };
        var command = new Command("preflight", "Checks a target file against the target before anything runs.")
        {
            target,
        };
        command.SetAction((parsed, stop) => Preflights.RunAsync(
            TargetFiles.Load(parsed.GetRequiredValue(target), surroundings), surroundings, stop));
        return command;
    }
}
