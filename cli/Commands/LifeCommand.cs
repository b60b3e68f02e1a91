using System.CommandLine;
using Harness.Cli.Life;

namespace Harness.Cli.Commands;

/// <summary><c>harness life</c>: a reference and its peer, through the whole life of connections.</summary>
internal static class LifeCommand
{
    private const string Both = "both";
    private const string Simulator = "simulator";

    private static readonly string[] _ids = [LifePair.FirstId, LifePair.SecondId];

    public static Command Create(Surroundings surroundings)
    {
        var directory = CommandOptions.Text(
            "--directory", "DIR", "Where the stores and logs of the two go, out/life by default");
        var partner = CommandOptions.Word(
            "--partner", ["reference", Simulator], $"Who {LifePair.SecondId} is, another reference by default");
        var kill = CommandOptions.Word(
            "--kill", [.. _ids, Both], "Who is killed once at each of its persisted steps; nobody by default");
        var command = new Command(
            "life", "Runs a reference against another, or a simulated partner, through the whole life of connections.")
        {
            directory, partner, kill,
        };
        command.SetAction((parsed, stop) => WholeLife.RunAsync(
            Request(
                parsed.GetValue(directory) ?? Path.Combine("out", "life"),
                parsed.GetValue(partner) == Simulator,
                parsed.GetValue(kill)),
            surroundings,
            stop));
        return command;
    }

    private static LifeRequest Request(string directory, bool simulated, string? kill)
    {
        string[] killed = [.. _ids.Where(id => kill == Both || kill == id)];
        if (simulated && killed.Contains(LifePair.SecondId))
            throw new CannotRunException(
                $"--kill: expected {LifePair.FirstId}, found {kill}; the simulated partner keeps all it has in memory, "
                + "and would lose it");
        return new LifeRequest(Path.GetFullPath(directory), killed) { Simulated = simulated };
    }
}
