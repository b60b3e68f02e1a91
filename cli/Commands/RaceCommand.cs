using System.CommandLine;
using Harness.Cli.Racing;
using Harness.Features.Races.Workloads;

namespace Harness.Cli.Commands;

/// <summary><c>harness race</c>: looks for races longer than a certification does, or replays one.</summary>
internal static class RaceCommand
{
    private const int DefaultTimes = 50;
    private const int MostTimes = 100_000;
    private const int DefaultSeconds = 60;
    private const int MostSeconds = 7 * 24 * 3600;

    public static Command Create(Surroundings surroundings)
    {
        var target = CommandOptions.Text(
            "--target", "FILE", "Target file of the implementation; without one the reference is raced");
        var mutant = CommandOptions.Text(
            "--mutant", "NAME", "Race the reference with this planted defect, one of those of harness efficacy");
        var model = CommandOptions.Word(
            "--model",
            [.. RaceCourses.Names, Exploration.Held],
            "Only races of this kind; held stands for the pairs of a held answer and a rival");
        var seed = CommandOptions.Number(
            "--seed", 0, int.MaxValue, "Seed of all plans; the same one makes the same plans again");
        var budget = CommandOptions.Seconds(
            "--budget", 1, MostSeconds, $"How long to look, such as 90s or 15m; {DefaultSeconds}s by default");
        var output = CommandOptions.Text("--output", "DIR", "Directory for what is found, out/races by default");
        var replay = CommandOptions.Text("--replay", "FILE", "Run the race of this file again instead");
        var times = CommandOptions.Number(
            "--times", 1, MostTimes, $"How often to replay, {DefaultTimes} by default");
        var command = new Command(
            "race", "Lets requests meet at a target, and asks whether some order of them explains every answer.")
        {
            target, mutant, model, seed, budget, output, replay, times,
        };
        RacingChoice Choice(ParseResult parsed) => new(parsed.GetValue(target), parsed.GetValue(mutant));
        command.Validators.Add(result =>
        {
            if (result.GetValue(target) is not null && result.GetValue(mutant) is not null)
                result.AddError("--mutant: expected without --target, since defects are planted in the reference");
        });
        command.SetAction((parsed, stop) => parsed.GetValue(replay) is { } file
            ? Replaying.RunAsync(
                new ReplayRequest(Choice(parsed), file, parsed.GetValue(times) ?? DefaultTimes),
                surroundings,
                stop)
            : Exploration.RunAsync(
                new ExploreRequest(
                    Choice(parsed),
                    parsed.GetValue(model) is { } name ? [name] : [],
                    parsed.GetValue(seed) ?? surroundings.NewSeed(),
                    TimeSpan.FromSeconds(parsed.GetValue(budget) ?? DefaultSeconds),
                    parsed.GetValue(output) ?? Path.Combine("out", "races")),
                surroundings,
                stop));
        return command;
    }
}
