using System.CommandLine;
using Harness.Cli.Running;

namespace Harness.Cli.Commands;

/// <summary><c>harness replay</c>: shows a failure bundle, or runs its scenario again.</summary>
internal static class ReplayCommand
{
    private const int MostTimes = 10_000;

    public static Command Create(Surroundings surroundings)
    {
        var bundle = new Argument<string>("BUNDLE")
        {
            Description = "A failure bundle that a certification wrote below its output directory",
        };
        var target = CommandOptions.Text(
            "--target", "FILE", "Target file to run the scenario against; without one the bundle is shown");
        var embedded = new Option<bool>("--embedded")
        {
            Description = "Run the scenario against the reference, started for it",
        };
        var times = CommandOptions.Number("--times", 1, MostTimes, "How often to run it, once by default");
        var command = new Command("replay", "Shows what is known of a failure, or runs its scenario again.")
        {
            bundle, target, embedded, times,
        };
        command.SetAction((parsed, stop) => ReplayRun.RunAsync(
            new ReplayRequest(
                parsed.GetRequiredValue(bundle),
                parsed.GetValue(target),
                parsed.GetValue(embedded),
                parsed.GetValue(times) ?? 1),
            surroundings,
            stop));
        return command;
    }
}
