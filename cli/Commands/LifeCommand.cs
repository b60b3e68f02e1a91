using System.CommandLine;
using Harness.Cli.Life;

namespace Harness.Cli.Commands;

/// <summary><c>harness life</c>: two references against each other, through the whole life of connections.</summary>
internal static class LifeCommand
{
    public static Command Create(Surroundings surroundings)
    {
        const string both = "both";
        string[] ids = [LifePair.FirstId, LifePair.SecondId];
        var directory = CommandOptions.Text(
            "--directory", "DIR", "Where the stores and logs of the two go, out/life by default");
        var kill = CommandOptions.Word(
            "--kill", [.. ids, both], "Who is killed once at each of its persisted steps; nobody by default");
        var command = new Command(
            "life", "Runs two references against each other, through the whole life of connections.")
        {
            directory, kill,
        };
        command.SetAction((parsed, stop) => WholeLife.RunAsync(
            new LifeRequest(
                Path.GetFullPath(parsed.GetValue(directory) ?? Path.Combine("out", "life")),
                [.. ids.Where(id => parsed.GetValue(kill) is { } killed && (killed == both || killed == id))]),
            surroundings,
            stop));
        return command;
    }
}
